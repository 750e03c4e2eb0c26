package io.directcall.token.apikey;

import io.directcall.contracts.apikey.ApiKey;
import io.directcall.contracts.apikey.ApiKeyScope;
import io.directcall.contracts.topic.Topic;
import io.directcall.outbox.OutboxMessage;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;

/** An API key as it is stored: enough to recognise it, not enough to use it. It stays when it is revoked, to tell what its id meant. */
@Entity
@Table(name = "api_keys")
public class StoredApiKey {
    @Id
    private UUID id;

    private byte[] hash;

    private String prefix;

    @Enumerated(EnumType.STRING)
    private ApiKeyScope scope;

    private String name;

    @Column(name = "created_at")
    private Instant createdAt;

    /** Null while it is valid; lists look at it in SQL. */
    @SuppressWarnings("UnusedVariable")
    @Column(name = "revoked_at")
    private Instant revokedAt;

    /** Whether it was announced; the catch-up reads it in SQL. */
    @SuppressWarnings("UnusedVariable")
    private boolean published;

    /** For Hibernate. */
    protected StoredApiKey() {}

    /** A new key, to be announced in the same transaction. */
    public StoredApiKey(ApiKeySecret secret, NewApiKey wanted, Instant now) {
        this.id = UUID.randomUUID();
        this.hash = secret.hash().bytes();
        this.prefix = secret.prefix();
        this.scope = wanted.scope();
        this.name = wanted.name();
        this.createdAt = now;
        this.published = true;
    }

    /** Tells all services that the key is valid. */
    public OutboxMessage announcement() {
        String hex = HexFormat.of().formatHex(hash);
        return new OutboxMessage(Topic.API_KEYS, hex, new ApiKey(hex, id.toString(), scope));
    }

    /** As lists show it. */
    public ApiKeyView view() {
        return shownWith(null);
    }

    /** As the API shows it once, when it was made. */
    public ApiKeyView shownWith(String key) {
        return new ApiKeyView(id.toString(), key, prefix, scope, name, createdAt.getEpochSecond());
    }
}
