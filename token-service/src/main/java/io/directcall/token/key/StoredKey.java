package io.directcall.token.key;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** The signing key as the database keeps it. Rows are never changed. */
@Entity
@Table(name = "signing_keys")
public class StoredKey {
    @Id
    private String kid;

    @Column(name = "private_jwk")
    private String privateJwk;

    @Column(name = "created_at")
    private Instant createdAt;

    /** Whether new tokens are signed with it; at most one key is. */
    private boolean active;

    /** For Hibernate. */
    protected StoredKey() {}

    /** The pair with the secret. */
    public SigningKeyPair pair() {
        return SigningKeyPair.parse(privateJwk);
    }

    public boolean active() {
        return active;
    }

    public Instant createdAt() {
        return createdAt;
    }
}
