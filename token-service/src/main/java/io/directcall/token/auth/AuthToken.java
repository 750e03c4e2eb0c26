package io.directcall.token.auth;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

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

    /** For Hibernate. */
    protected AuthToken() {}

    /** A new token of a user. */
    public AuthToken(AuthTokenSecret secret, String uid, Instant now) {
        this.hash = secret.hash();
        this.prefix = secret.prefix();
        this.uid = uid;
        this.createdAt = now;
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
