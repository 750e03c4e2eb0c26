package io.directcall.contracts.audit;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.directcall.contracts.apikey.ApiKeyScope;
import io.directcall.contracts.session.Role;
import java.time.Instant;

/** Something that somebody did and may have to answer for. Holds no secret: tokens appear by their hashes and ids. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = AuditEvent.UserDeleted.class, name = "UserDeleted"),
    @JsonSubTypes.Type(value = AuditEvent.AuthTokenIssued.class, name = "AuthTokenIssued"),
    @JsonSubTypes.Type(value = AuditEvent.AuthTokenRevoked.class, name = "AuthTokenRevoked"),
    @JsonSubTypes.Type(value = AuditEvent.CallTokenIssued.class, name = "CallTokenIssued"),
    @JsonSubTypes.Type(value = AuditEvent.SigningKeyMade.class, name = "SigningKeyMade"),
    @JsonSubTypes.Type(value = AuditEvent.ApiKeyMade.class, name = "ApiKeyMade"),
    @JsonSubTypes.Type(value = AuditEvent.ApiKeyRevoked.class, name = "ApiKeyRevoked"),
    @JsonSubTypes.Type(value = AuditEvent.CallTokensRevoked.class, name = "CallTokensRevoked"),
    @JsonSubTypes.Type(value = AuditEvent.BanLifted.class, name = "BanLifted"),
    @JsonSubTypes.Type(value = AuditEvent.ParticipantKicked.class, name = "ParticipantKicked"),
    @JsonSubTypes.Type(value = AuditEvent.SessionEndedForAll.class, name = "SessionEndedForAll"),
})
public sealed interface AuditEvent {
    Instant at();

    AuditActor by();

    /** On whom or what, and the key of the record: uid, session id or id of a key. */
    String subject();

    /** The user's auth tokens went with it. */
    record UserDeleted(Instant at, AuditActor by, String uid) implements AuditEvent {
        @Override
        public String subject() {
            return uid;
        }
    }

    /** @param hash of the token, as in the topic {@code auth-tokens} */
    record AuthTokenIssued(Instant at, AuditActor by, String uid, String hash) implements AuditEvent {
        @Override
        public String subject() {
            return uid;
        }
    }

    /** @param hash as above */
    record AuthTokenRevoked(Instant at, AuditActor by, String uid, String hash) implements AuditEvent {
        @Override
        public String subject() {
            return uid;
        }
    }

    /**
     * @param uid of the user whose token it is
     * @param jti claim {@code jti} of the token
     */
    record CallTokenIssued(
            Instant at, AuditActor by, String uid, String sessionId, String jti, Role role, Instant expiresAt)
            implements AuditEvent {
        @Override
        public String subject() {
            return uid;
        }
    }

    /** @param signsFrom when it takes the place of the one before */
    record SigningKeyMade(Instant at, AuditActor by, String kid, Instant signsFrom) implements AuditEvent {
        @Override
        public String subject() {
            return kid;
        }
    }

    /** @param keyId of the new key */
    record ApiKeyMade(Instant at, AuditActor by, String keyId, ApiKeyScope scope) implements AuditEvent {
        @Override
        public String subject() {
            return keyId;
        }
    }

    /** @param keyId of the key that is good for nothing any more */
    record ApiKeyRevoked(Instant at, AuditActor by, String keyId) implements AuditEvent {
        @Override
        public String subject() {
            return keyId;
        }
    }

    /**
     * As {@code POST /v3/revocations} was asked for; what a kick revokes is told by the kick.
     *
     * @param jti of the one token, else null
     * @param uid whose tokens, else null
     * @param sessionId for which session, null for all
     * @param banned new tokens for the session count no more, too
     */
    record CallTokensRevoked(Instant at, AuditActor by, String jti, String uid, String sessionId, boolean banned)
            implements AuditEvent {
        @Override
        public String subject() {
            return uid == null ? jti : uid;
        }
    }

    /** The user may be in the session again, with a new token. */
    record BanLifted(Instant at, AuditActor by, String uid, String sessionId) implements AuditEvent {
        @Override
        public String subject() {
            return uid;
        }
    }

    /** A moderator or the application's server removed a participant. */
    record ParticipantKicked(Instant at, AuditActor by, String sessionId, String participantId, String uid)
            implements AuditEvent {
        @Override
        public String subject() {
            return sessionId;
        }
    }

    /** A moderator, the application's server or one of two ended the session. */
    record SessionEndedForAll(Instant at, AuditActor by, String sessionId) implements AuditEvent {
        @Override
        public String subject() {
            return sessionId;
        }
    }
}
