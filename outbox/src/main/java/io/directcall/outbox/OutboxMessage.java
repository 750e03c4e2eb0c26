package io.directcall.outbox;

import io.directcall.contracts.audit.AuditEvent;
import io.directcall.contracts.topic.Topic;
import java.util.Objects;

/**
 * A message on its way to Kafka.
 *
 * @param topic where it goes
 * @param key the record's key, which decides its partition; messages of one key keep their order
 * @param payload a contract record, written as JSON; null for a tombstone, which removes the key from a compacted topic
 */
public record OutboxMessage(Topic topic, String key, Object payload) {
    public OutboxMessage {
        Objects.requireNonNull(topic, "topic");
        Objects.requireNonNull(key, "key");
    }

    /** What somebody did, to be appended in the transaction in which it is done. */
    public static OutboxMessage audit(AuditEvent event) {
        return new OutboxMessage(Topic.AUDIT, event.subject(), event);
    }

    /** Removes the key from a compacted topic. */
    public static OutboxMessage tombstone(Topic topic, String key) {
        return new OutboxMessage(topic, key, null);
    }
}
