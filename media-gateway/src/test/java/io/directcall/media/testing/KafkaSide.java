package io.directcall.media.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.directcall.contracts.bridge.BridgeEvent;
import io.directcall.contracts.media.MediaEvent;
import io.directcall.contracts.session.SessionEvent;
import io.directcall.contracts.topic.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Stands in for session-service and reads what this service publishes. Owns a thread that ends soon after it is closed. */
public final class KafkaSide implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    private final KafkaProducer<String, String> producer;
    private final String prefix;
    private final List<MediaEvent> events = new CopyOnWriteArrayList<>();
    private final List<BridgeEvent> bridgeEvents = new CopyOnWriteArrayList<>();
    private volatile boolean closed;

    public KafkaSide(String bootstrapServers, String prefix) {
        this.prefix = prefix;
        Map<String, Object> config = Map.of("bootstrap.servers", bootstrapServers);
        this.producer = new KafkaProducer<>(config, new StringSerializer(), new StringSerializer());
        Thread.ofPlatform().daemon().start(() -> read(config));
    }

    private void read(Map<String, Object> config) {
        try (var consumer = new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer())) {
            String bridges = Topic.BRIDGE_EVENTS.nameWithPrefix(prefix);
            List<TopicPartition> partitions = Stream.of(Topic.MEDIA_EVENTS.nameWithPrefix(prefix), bridges)
                    .flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (!closed) {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> {
                    if (record.topic().equals(bridges)) {
                        bridgeEvents.add(event(record.value(), BridgeEvent.class));
                    } else {
                        events.add(event(record.value(), MediaEvent.class));
                    }
                });
            }
        }
    }

    private static <T> T event(String json, Class<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns when Kafka has it. */
    public void publish(SessionEvent event) {
        publish(Topic.SESSION_EVENTS, event.sessionId(), event);
    }

    private void publish(Topic topic, String key, Object message) {
        try {
            String json = JSON.writeValueAsString(message);
            producer.send(new ProducerRecord<>(topic.nameWithPrefix(prefix), key, json))
                    .get(10, TimeUnit.SECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        } catch (ExecutionException | TimeoutException | JsonProcessingException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** All events of a session so far. */
    public List<MediaEvent> events(String sessionId) {
        return events.stream()
                .filter(event -> event.sessionId().equals(sessionId))
                .toList();
    }

    /** All events of a bridge so far. */
    public List<BridgeEvent> bridgeEvents(String bridgeId) {
        return bridgeEvents.stream()
                .filter(event -> event.bridgeId().equals(bridgeId))
                .toList();
    }

    @Override
    public void close() {
        closed = true;
        producer.close();
    }
}
