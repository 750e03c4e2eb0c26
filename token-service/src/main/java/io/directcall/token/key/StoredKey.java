package io.directcall.token.key;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A signing key as the database keeps it. */
@Entity
@Table(name = "signing_keys")
public class StoredKey {
    @Id
    private String kid;

    @Column(name = "encrypted_jwk")
    private String encryptedJwk;

    private int generation;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "signs_from")
    private Instant signsFrom;

    /** For Hibernate. */
    protected StoredKey() {}

    StoredKey(KeyTimes times, String encryptedJwk) {
        this.kid = times.kid();
        this.encryptedJwk = encryptedJwk;
        this.generation = times.generation();
        this.createdAt = times.createdAt();
        this.signsFrom = times.signsFrom();
    }

    /** Versions before this one wrote the bare JSON. */
    boolean isClear() {
        return encryptedJwk.startsWith("{");
    }

    String encryptedJwk() {
        return encryptedJwk;
    }

    void encryptedJwk(String changed) {
        encryptedJwk = changed;
    }

    KeyTimes times() {
        return new KeyTimes(kid, generation, createdAt, signsFrom);
    }
}
