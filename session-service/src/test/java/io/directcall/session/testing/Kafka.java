package io.directcall.session.testing;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.directcall.contracts.session.SessionEvent;
import io.directcall.contracts.topic.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;

/** The topics around the service: writes what other services would, reads what this one says. Used by one thread. */
public final class Kafka implements AutoCloseable {
    /** Two topics with the concurrency that the service configures, and that of the users. */
    private static final int CONSUMERS = 5;

    private final ObjectMapper json = new ObjectMapper().registerModule(new JavaTimeModule());
    private final Map<String, List<SessionEvent>> events = new ConcurrentHashMap<>();
    private final KafkaProducer<String, String> producer;
    private final KafkaConsumer<String, String> consumer;

    public Kafka() {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers());
        producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
        consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(Topic.SESSION_EVENTS.nameWithPrefix(prefix())).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Until the service reads all partitions; on a busy machine its consumers need seconds to agree who reads which. */
    public static void awaitConsumers() {
        String group = prefix() + "session-service";
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers()))) {
            await().atMost(60, SECONDS).until(() -> {
                ConsumerGroupDescription described = admin.describeConsumerGroups(List.of(group))
                        .describedGroups()
                        .get(group)
                        .get();
                return described.groupState() == GroupState.STABLE
                        && described.members().size() == CONSUMERS;
            });
        }
    }

    public static String bootstrapServers() {
        return ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
    }

    public static String prefix() {
        return ConfigProvider.getConfig()
                .getOptionalValue("directcall.topic-prefix", String.class)
                .orElse("");
    }

    /** What the topic says about a session, in its order, as far as it has come by now. */
    public List<SessionEvent> events(String sessionId) {
        consumer.poll(Duration.ofMillis(50)).forEach(message -> add(message.key(), message.value()));
        return List.copyOf(events.getOrDefault(sessionId, List.of()));
    }

    private void add(String sessionId, String value) {
        try {
            events.computeIfAbsent(sessionId, id -> new ArrayList<>()).add(json.readValue(value, SessionEvent.class));
        } catch (JsonProcessingException e) {
            throw new AssertionError("Not a session event: " + value, e);
        }
    }

    /** Publishes a contract record. */
    public void publish(Topic topic, String sessionId, Object event) {
        try {
            publishText(topic, sessionId, json.writeValueAsString(event));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    /** Publishes anything; null is a tombstone. */
    public void publishText(Topic topic, String key, String value) {
        try {
            producer.send(new ProducerRecord<>(topic.nameWithPrefix(prefix()), key, value))
                    .get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        } catch (ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        producer.close();
        consumer.close();
    }
}
