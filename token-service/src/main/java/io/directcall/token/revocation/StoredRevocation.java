package io.directcall.token.revocation;

import io.directcall.contracts.session.SessionEvent;
import io.directcall.contracts.token.Revocation;
import io.directcall.contracts.topic.Topic;
import io.directcall.outbox.OutboxMessage;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;

/** A revocation as the database keeps it; written in SQL. */
@Entity
@Table(name = "revocations")
public class StoredRevocation {
    @Id
    @Column(name = "topic_key")
    private String topicKey;

    @Column(name = "token_id")
    private String tokenId;

    private String uid;

    @Column(name = "session_id")
    private String sessionId;

    private boolean ban;

    @Column(name = "revoked_at")
    private Instant revokedAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    private boolean lifted;

    /** Whether it was announced; the catch-up reads it in SQL. */
    @SuppressWarnings("UnusedVariable")
    private boolean published;

    /** For Hibernate. */
    protected StoredRevocation() {}

    Revocation revocation() {
        if (tokenId != null) {
            return new Revocation.OfToken(tokenId, revokedAt, expiresAt);
        }
        if (sessionId == null) {
            return new Revocation.OfUser(uid, revokedAt, expiresAt);
        }
        return ban
                ? new Revocation.Ban(uid, sessionId, revokedAt, expiresAt)
                : new Revocation.OfUserInSession(uid, sessionId, revokedAt, expiresAt);
    }

    /** Tells the moderators of the session of a ban, or that it was lifted; empty when it is none. */
    Optional<OutboxMessage> notice(Instant now) {
        if (!ban) {
            return Optional.empty();
        }
        SessionEvent told = lifted
                ? new SessionEvent.UserUnbanned(sessionId, now, uid)
                : new SessionEvent.UserBanned(sessionId, now, uid, expiresAt);
        return Optional.of(new OutboxMessage(Topic.SESSION_EVENTS, sessionId, told));
    }

    /** Tells the other services; a tombstone when it was lifted. */
    OutboxMessage announcement() {
        return new OutboxMessage(Topic.REVOCATIONS, topicKey, lifted ? null : revocation());
    }
}
