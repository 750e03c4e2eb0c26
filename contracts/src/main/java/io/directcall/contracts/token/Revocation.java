package io.directcall.contracts.token;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;

/** Call tokens that count no more, though they have not expired. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Revocation.OfToken.class, name = "OfToken"),
    @JsonSubTypes.Type(value = Revocation.OfUser.class, name = "OfUser"),
    @JsonSubTypes.Type(value = Revocation.OfUserInSession.class, name = "OfUserInSession"),
    @JsonSubTypes.Type(value = Revocation.Ban.class, name = "Ban"),
})
public sealed interface Revocation {
    /** When it was revoked. Of two for the same key the later one counts. */
    Instant at();

    /** When every token that it concerns has expired, so that nobody need know it any more; null for a ban that lasts until it is lifted. */
    Instant expiresAt();

    /** Key of the record in Kafka. Ids have no slash, so no two revocations share a key by accident. */
    String key();

    /**
     * One token.
     *
     * @param tokenId its {@code jti}
     */
    record OfToken(String tokenId, Instant at, Instant expiresAt) implements Revocation {
        @Override
        public String key() {
            return key(tokenId);
        }

        /** The key for a token. */
        public static String key(String tokenId) {
            return "token/" + tokenId;
        }
    }

    /**
     * All tokens of a user.
     *
     * @param at tokens that were issued up to then
     */
    record OfUser(String uid, Instant at, Instant expiresAt) implements Revocation {
        @Override
        public String key() {
            return key(uid);
        }

        /** The key for a user. */
        public static String key(String uid) {
            return "user/" + uid;
        }
    }

    /**
     * All tokens of a user for one session.
     *
     * @param at tokens that were issued up to then
     */
    record OfUserInSession(String uid, String sessionId, Instant at, Instant expiresAt) implements Revocation {
        @Override
        public String key() {
            return key(uid, sessionId);
        }

        /** The key for a user in a session. */
        public static String key(String uid, String sessionId) {
            return "session/" + sessionId + "/" + uid;
        }
    }

    /** All tokens of a user for one session, whenever they are issued. */
    record Ban(String uid, String sessionId, Instant at, Instant expiresAt) implements Revocation {
        @Override
        public String key() {
            return key(uid, sessionId);
        }

        /** The key for a user in a session. */
        public static String key(String uid, String sessionId) {
            return "ban/" + sessionId + "/" + uid;
        }
    }
}
