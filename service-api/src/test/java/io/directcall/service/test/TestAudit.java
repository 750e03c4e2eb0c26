package io.directcall.service.test;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.directcall.contracts.audit.AuditEvent;
import io.directcall.contracts.topic.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** Reads the audit of the application under test from its beginning. Used by one thread. */
public final class TestAudit implements AutoCloseable {
    private final ObjectMapper json = new ObjectMapper().registerModule(new JavaTimeModule());
    private final List<ConsumerRecord<String, String>> records = new ArrayList<>();
    private final KafkaConsumer<String, String> consumer;

    /** Looks up in the configuration where Kafka is. */
    public TestAudit() {
        Config config = ConfigProvider.getConfig();
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", config.getValue("kafka.bootstrap.servers", String.class)),
                new StringDeserializer(),
                new StringDeserializer());
        String prefix =
                config.getOptionalValue("directcall.topic-prefix", String.class).orElse("");
        List<TopicPartition> partitions = consumer.partitionsFor(Topic.AUDIT.nameWithPrefix(prefix)).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** What was done to this user, session or key, as far as it has come by now. */
    public List<AuditEvent> of(String subject) {
        poll();
        return records.stream()
                .filter(written -> written.key().equals(subject))
                .map(written -> read(written.value()))
                .toList();
    }

    /** Everything, as it is written. */
    public List<String> texts() {
        poll();
        return records.stream().map(ConsumerRecord::value).toList();
    }

    private void poll() {
        consumer.poll(Duration.ofMillis(50)).forEach(records::add);
    }

    private AuditEvent read(String value) {
        try {
            return json.readValue(value, AuditEvent.class);
        } catch (JsonProcessingException e) {
            throw new AssertionError("Not an audit event: " + value, e);
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
