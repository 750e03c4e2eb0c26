package io.directcall.contracts.token;

import java.time.Instant;

/**
 * What a call token can be revoked by.
 *
 * @param tokenId claim {@code jti}
 * @param uid whose it is
 * @param sessionId which session it opens
 * @param issuedAt when it was issued, in milliseconds
 */
public record TokenIdentity(String tokenId, String uid, String sessionId, Instant issuedAt) {}
