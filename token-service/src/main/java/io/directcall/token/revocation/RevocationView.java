package io.directcall.token.revocation;

import io.directcall.contracts.token.Revocation;
import java.time.Instant;

/**
 * A revocation as the API shows it.
 *
 * @param what {@code token}, {@code user}, {@code session} (a user's tokens for one session) or {@code ban}
 * @param jti of a token
 * @param revokedAt seconds since 1970; of a user's tokens those count no more that were issued up to then
 * @param expiresAt seconds since 1970: every token that it concerns has expired then, or the ban is over; absent for a ban without an end
 */
public record RevocationView(String what, String jti, String uid, String sessionId, long revokedAt, Long expiresAt) {

    static RevocationView of(Revocation revocation) {
        return switch (revocation) {
            case Revocation.OfToken token -> view("token", token.tokenId(), null, null, token);
            case Revocation.OfUser user -> view("user", null, user.uid(), null, user);
            case Revocation.OfUserInSession user -> view("session", null, user.uid(), user.sessionId(), user);
            case Revocation.Ban ban -> view("ban", null, ban.uid(), ban.sessionId(), ban);
        };
    }

    private static RevocationView view(String what, String jti, String uid, String sessionId, Revocation times) {
        Instant end = times.expiresAt();
        return new RevocationView(
                what, jti, uid, sessionId, times.at().getEpochSecond(), end == null ? null : end.getEpochSecond());
    }
}
