package io.directcall.outbox;

/**
 * A committed message.
 *
 * @param id place in its lane
 * @param topic name of a {@link io.directcall.contracts.topic.Topic}
 * @param key the record's key
 * @param payload JSON
 */
record OutboxRow(long id, String topic, String key, String payload) {}
