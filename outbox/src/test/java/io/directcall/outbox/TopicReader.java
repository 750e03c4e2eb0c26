package io.directcall.outbox;

import io.directcall.contracts.topic.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.ConfigProvider;

/** Reads what is on the topic of session events. Used by one thread. */
final class TopicReader implements AutoCloseable {
    private final Map<String, List<String>> values = new HashMap<>();
    private final KafkaConsumer<String, String> consumer;
    private final Map<String, Long> appended = new HashMap<>();
    private long lastAppended;

    TopicReader() {
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers()), new StringDeserializer(), new StringDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(Topic.SESSION_EVENTS.nameWithPrefix(prefix())).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    static String bootstrapServers() {
        return ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
    }

    static String prefix() {
        return ConfigProvider.getConfig()
                .getOptionalValue("directcall.topic-prefix", String.class)
                .orElse("");
    }

    /** The values of a key in the topic's order, as far as they have come by now. */
    List<String> values(String key) {
        consumer.poll(Duration.ofMillis(20)).forEach(this::add);
        return new ArrayList<>(values.getOrDefault(key, List.of()));
    }

    private void add(ConsumerRecord<String, String> message) {
        values.computeIfAbsent(message.key(), ignored -> new ArrayList<>()).add(message.value());
        lastAppended = message.timestamp();
        appended.putIfAbsent(message.key() + message.value(), message.timestamp());
    }

    /** When the broker took the newest message that was read, in milliseconds since 1970. */
    long lastAppended() {
        return lastAppended;
    }

    /** When the broker took this message first, in milliseconds since 1970; 0 when it has not come by now. */
    long appended(String key, String value) {
        if (!appended.containsKey(key + value)) {
            values(key);
        }
        return appended.getOrDefault(key + value, 0L);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
