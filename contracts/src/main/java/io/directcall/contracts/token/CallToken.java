package io.directcall.contracts.token;

import io.directcall.contracts.media.TrackKind;
import io.directcall.contracts.session.Role;
import java.time.Instant;
import java.util.Set;

/**
 * What a verified call token says.
 *
 * @param tokenId claim {@code jti}
 * @param user claim {@code data.user}; its uid is also {@code sub}
 * @param sessionId claim {@code data.sessionId}: the only session that the token opens
 * @param role claim {@code role}
 * @param publishes claim {@code publish}: kinds of tracks that its holder may send; all that the role allows when the claim is absent
 * @param issuedAt claim {@code iat_ms}, or {@code iat} where it is absent
 * @param expiresAt claim {@code exp}
 */
public record CallToken(
        String tokenId,
        CallUser user,
        String sessionId,
        Role role,
        Set<TrackKind> publishes,
        Instant issuedAt,
        Instant expiresAt) {
    public CallToken {
        publishes = publishes == null ? role.publishes() : role.limit(publishes);
    }

    /** What it can be revoked by. */
    public TokenIdentity identity() {
        return new TokenIdentity(tokenId, user.uid(), sessionId, issuedAt);
    }

    /** Header {@code typ}. */
    public static final String TYPE = "call+jwt";
    /** Claim {@code aud}. */
    public static final String AUDIENCE = "direct-call";
    /** Claim of our own: {@code iat} in milliseconds. */
    public static final String ISSUED_AT_MILLIS = "iat_ms";
}
