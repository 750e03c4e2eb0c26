package io.directcall.token.auth;

import io.directcall.contracts.topic.Topic;
import io.directcall.outbox.OutboxMessage;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.HexFormat;

/** An auth token as it is stored: enough to recognise it, not enough to use it. */
@Entity
@Table(name = "auth_tokens")
public class AuthToken {
    @Id
    private byte[] hash;

    private String uid;

    private String prefix;

    @Column(name = "created_at")
    private Instant createdAt;

    /** Whether it was announced; the catch-up reads it in SQL. */
    @SuppressWarnings("UnusedVariable")
    private boolean published;

    /** For Hibernate. */
    protected AuthToken() {}

    /** A new token of a user, to be announced in the same transaction. */
    public AuthToken(AuthTokenSecret secret, String uid, Instant now) {
        this.hash = secret.hash();
        this.prefix = secret.prefix();
        this.uid = uid;
        this.createdAt = now;
        this.published = true;
    }

    /** Tells the other services that the token is valid. */
    public OutboxMessage announcement() {
        String hex = HexFormat.of().formatHex(hash);
        return new OutboxMessage(
                Topic.AUTH_TOKENS, hex, new io.directcall.contracts.user.AuthToken(hex, uid, createdAt));
    }

    /** As lists show it. */
    public AuthTokenView view() {
        return shownAs(prefix);
    }

    /** As the API shows it once, when it was made. */
    public AuthTokenView shownAs(String token) {
        return new AuthTokenView(uid, token, createdAt.getEpochSecond());
    }
}
