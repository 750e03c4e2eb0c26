package io.directcall.contracts.token;

import io.directcall.contracts.session.Role;
import java.time.Instant;

/**
 * What a verified call token says.
 *
 * @param tokenId claim {@code jti}
 * @param user claim {@code data.user}; its uid is also {@code sub}
 * @param sessionId claim {@code data.sessionId}: the only session that the token opens
 * @param role claim {@code role}
 * @param expiresAt claim {@code exp}
 */
public record CallToken(String tokenId, CallUser user, String sessionId, Role role, Instant expiresAt) {
    /** Header {@code typ}. */
    public static final String TYPE = "call+jwt";
    /** Claim {@code aud}. */
    public static final String AUDIENCE = "direct-call";
    /** Header {@code alg}. */
    public static final String ALGORITHM = "ES256";
}
