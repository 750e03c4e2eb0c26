package io.directcall.infra;

import static org.assertj.core.api.Assertions.assertThat;

import io.directcall.contracts.topic.Topic;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OneServerTest {
    private static final TopicPartition PARTITION = new TopicPartition(Topic.SESSION_EVENTS.topicName(), 3);

    @TempDir
    private Path data;

    @Test
    void aKilledKafkaComesBackWithItsLog() throws Exception {
        // Given
        InfraProcess killed = InfraProcess.start(data, "--only", "kafka").ready();
        int port = killed.kafkaPort();
        produce(port, "before the kill");

        // When
        killed.killHard();

        // Then
        try (InfraProcess infra = InfraProcess.start(data, "--only", "kafka", "--kafka-port", Integer.toString(port))
                .ready()) {
            assertThat(infra.output()).doesNotContain("PostgreSQL");
            produce(port, "after it");
            assertThat(consume(port, 2)).containsExactly("before the kill", "after it");
        }
    }

    @Test
    void postgresRunsAlone() throws Exception {
        // When
        try (InfraProcess infra = InfraProcess.start(data, "--only", "postgres").ready()) {

            // Then
            assertThat(infra.output()).contains("PostgreSQL on 127.0.0.1:").doesNotContain("Kafka");
            assertThat(Files.exists(data.resolve("kafka"))).isFalse();
        }
    }

    private static void produce(int port, String value) throws Exception {
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", address(port)), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(PARTITION.topic(), PARTITION.partition(), "key", value))
                    .get(30, TimeUnit.SECONDS);
        }
    }

    private static List<String> consume(int port, int count) {
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", address(port), "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new StringDeserializer())) {
            consumer.assign(List.of(PARTITION));
            List<String> values = new ArrayList<>();
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
            while (values.size() < count && System.nanoTime() < deadline) {
                for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(200))) {
                    values.add(record.value());
                }
            }
            return values;
        }
    }

    private static String address(int port) {
        return "127.0.0.1:" + port;
    }
}
