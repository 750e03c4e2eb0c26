package io.directcall.token.revocation;

import io.directcall.contracts.token.Revocation;
import java.time.Instant;
import org.hibernate.reactive.mutiny.Mutiny.SelectionQuery;

/** A revocation as the parameters of a statement. */
record RevocationColumns(
        String key, String tokenId, String uid, String sessionId, boolean ban, Instant at, Instant expiresAt) {

    static RevocationColumns of(Revocation revocation) {
        return switch (revocation) {
            case Revocation.OfToken it -> of(it, it.tokenId(), null, null, false);
            case Revocation.OfUser it -> of(it, null, it.uid(), null, false);
            case Revocation.OfUserInSession it -> of(it, null, it.uid(), it.sessionId(), false);
            case Revocation.Ban it -> of(it, null, it.uid(), it.sessionId(), true);
        };
    }

    private static RevocationColumns of(Revocation it, String tokenId, String uid, String sessionId, boolean ban) {
        return new RevocationColumns(it.key(), tokenId, uid, sessionId, ban, it.at(), it.expiresAt());
    }

    <R> SelectionQuery<R> set(SelectionQuery<R> statement) {
        return statement
                .setParameter("key", key)
                .setParameter("tokenId", tokenId)
                .setParameter("uid", uid)
                .setParameter("sessionId", sessionId)
                .setParameter("ban", ban)
                .setParameter("at", at)
                .setParameter("expiresAt", expiresAt);
    }
}
