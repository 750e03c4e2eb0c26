package io.directcall.contracts.topic;

import java.time.Duration;

/**
 * A Kafka topic of the suite. All topics that are keyed by session id have the same number of partitions, so that one session has the
 * same partition number in each of them.
 *
 * <p>The broker stamps the records ({@code message.timestamp.type=LogAppendTime}): a time can then be turned into offsets without
 * trusting the clocks of the writers.
 */
public enum Topic {
    /**
     * Life of sessions. Key: session id. Written by session-service through its outbox; what is for moderators, by token-service through its
     * own. Value: {@code SessionEvent}.
     */
    SESSION_EVENTS("session-events", Retention.DELETE, Duration.ofHours(24)),
    /** Media of sessions. Key: session id. Written by media-gateway through its outbox. Value: {@code MediaEvent}. */
    MEDIA_EVENTS("media-events", Retention.DELETE, Duration.ofHours(24)),
    /** What clients ask of their session's media. Key: session id. Written by media-gateway's REST. Value: {@code MediaCommand}. */
    MEDIA_COMMANDS("media-commands", Retention.DELETE, Duration.ofHours(1)),
    /** How bridges are. Key: bridge id. Written by media-gateway. Value: {@code BridgeEvent}. */
    BRIDGE_EVENTS("bridge-events", Retention.DELETE, Duration.ofDays(7)),
    /**
     * Who listens to a session. Key: session id, or id of the replica that says it is alive. Written by events-service. Value:
     * {@code PresenceEvent}.
     */
    PRESENCE_EVENTS("presence-events", Retention.DELETE, Duration.ofHours(1)),
    /** Ringing. Key: uid of whom it concerns. Written by session-service through its outbox. Value: {@code UserEvent}. */
    USER_EVENTS("user-events", Retention.DELETE, Duration.ofHours(24)),
    /**
     * Who did what that matters to security. Key: uid, session id or id of a key, whatever it was done to. Written by token-service and
     * session-service, what is done in a transaction through their outbox. Value: {@code AuditEvent}. Nobody of the suite reads it.
     */
    AUDIT("audit", Retention.DELETE, Duration.ofDays(30)),
    /** All users. Key: uid. Written by token-service through its outbox. Value: {@code User}; a tombstone when the user was deleted. */
    USERS("users", Retention.COMPACT, Duration.ZERO),
    /**
     * All auth tokens that are valid. Key: their hash, see {@code AuthToken}. Written by token-service through its outbox. Value:
     * {@code AuthToken}; a tombstone revokes. Every service that takes auth tokens holds all of them in memory.
     */
    AUTH_TOKENS("auth-tokens", Retention.COMPACT, Duration.ZERO),
    /**
     * All API keys that are valid, those from the configuration excepted. Key: their hash, see {@code ApiKey}. Written by token-service
     * through its outbox. Value: {@code ApiKey}; a tombstone revokes. Every service holds all of them in memory.
     */
    API_KEYS("api-keys", Retention.COMPACT, Duration.ZERO),
    /**
     * Public keys of call tokens. Key: key id. Written by token-service. Value: {@code SigningKey}; a tombstone withdraws the key.
     * Every service holds all of them in memory.
     */
    SIGNING_KEYS("signing-keys", Retention.COMPACT, Duration.ZERO),
    /**
     * Call tokens that count no more before they expire. Key: what is revoked, see {@code Revocation}. Written by token-service through its
     * outbox. Value: {@code Revocation}; a tombstone when every token that it concerns has expired, or a ban was lifted. Every service
     * holds all of them in memory.
     */
    REVOCATIONS("revocations", Retention.COMPACT, Duration.ZERO);

    /** How the broker cleans a topic. */
    public enum Retention {
        /** Records go when they are older than the topic's {@link Topic#retention()}. */
        DELETE,
        /** The newest record of each key stays. */
        COMPACT
    }

    private final String topicName;
    private final Retention cleanup;
    private final Duration retention;

    Topic(String topicName, Retention cleanup, Duration retention) {
        this.topicName = topicName;
        this.cleanup = cleanup;
        this.retention = retention;
    }

    /** The name in Kafka, without the prefix that an installation may set. */
    public String topicName() {
        return topicName;
    }

    /** How the broker cleans this topic. */
    public Retention cleanup() {
        return cleanup;
    }

    /** How long records stay; zero for a compacted topic. */
    public Duration retention() {
        return retention;
    }

    /** The name in Kafka of an installation: several installations share a cluster by different prefixes. */
    public String nameWithPrefix(String prefix) {
        return prefix + topicName;
    }
}
