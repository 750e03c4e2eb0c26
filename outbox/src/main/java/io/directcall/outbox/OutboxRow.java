package io.directcall.outbox;

import java.nio.charset.StandardCharsets;

/**
 * A committed message.
 *
 * @param id place in its lane
 * @param topic name of a {@link io.directcall.contracts.topic.Topic}
 * @param key the record's key
 * @param payload JSON; null for a tombstone
 */
record OutboxRow(long id, String topic, String key, String payload) {
    /** The record's value. */
    byte[] value() {
        return payload == null ? null : payload.getBytes(StandardCharsets.UTF_8);
    }
}
