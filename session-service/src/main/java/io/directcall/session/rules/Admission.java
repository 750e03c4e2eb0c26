package io.directcall.session.rules;

import java.time.Instant;

/**
 * The call token that a participant was let in with, the newest one when its page was loaded again.
 *
 * @param tokenId its {@code jti}
 * @param issuedAt when it was issued
 */
public record Admission(String tokenId, Instant issuedAt) {}
