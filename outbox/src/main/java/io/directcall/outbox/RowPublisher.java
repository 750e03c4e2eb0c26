package io.directcall.outbox;

import io.directcall.contracts.topic.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Sends rows to Kafka. Owns the producer and the one thread that calls it: {@code send} blocks while the broker's metadata is unknown,
 * so it must not run on an event loop.
 */
final class RowPublisher {
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(2);

    private final Map<String, Object> settings;
    private final String topicPrefix;
    private final ExecutorService sender;
    private volatile boolean closed;
    /** Touched by the sender's thread only. */
    private Producer<String, byte[]> producer;

    RowPublisher(Map<String, Object> kafka, String topicPrefix) {
        this.settings = settings(kafka);
        this.topicPrefix = topicPrefix;
        this.sender = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name("outbox-sender").daemon().factory());
    }

    private static Map<String, Object> settings(Map<String, Object> kafka) {
        var settings = new HashMap<>(kafka);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        // A record that gives up lets later ones of its key pass, and consumers would take the repeat for one they have
        // seen.
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
        settings.put(ProducerConfig.RETRIES_CONFIG, Integer.MAX_VALUE);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 3_000);
        settings.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 2_000);
        return settings;
    }

    /**
     * @return done when the broker has acknowledged all rows; failed when one was refused, but not before the fate of all that were sent
     *     is known
     */
    CompletableFuture<Void> publish(List<OutboxRow> rows) {
        return CompletableFuture.completedFuture(rows)
                .thenComposeAsync(this::send, sender)
                .whenComplete((ignored, failure) -> discardAfter(failure));
    }

    private CompletableFuture<Void> send(List<OutboxRow> rows) {
        var acknowledgements = new ArrayList<CompletableFuture<Void>>(rows.size());
        for (OutboxRow row : rows) {
            // While Kafka is away each attempt takes seconds, and a service that stops can't wait for all lanes.
            CompletableFuture<Void> acknowledged = closed ? refused() : send(row);
            acknowledgements.add(acknowledged);
            if (acknowledged.isCompletedExceptionally()) {
                break;
            }
        }
        return CompletableFuture.allOf(acknowledgements.toArray(CompletableFuture[]::new));
    }

    private CompletableFuture<Void> send(OutboxRow row) {
        var acknowledged = new CompletableFuture<Void>();
        try {
            var unused = producer().send(kafkaRecord(row), (metadata, failure) -> complete(acknowledged, failure));
        } catch (RuntimeException e) {
            acknowledged.completeExceptionally(e);
        }
        return acknowledged;
    }

    private static CompletableFuture<Void> refused() {
        return CompletableFuture.failedFuture(new IllegalStateException("closed"));
    }

    private static void complete(CompletableFuture<Void> acknowledged, Exception failure) {
        if (failure == null) {
            acknowledged.complete(null);
        } else {
            acknowledged.completeExceptionally(failure);
        }
    }

    private ProducerRecord<String, byte[]> kafkaRecord(OutboxRow row) {
        String topic = Topic.valueOf(row.topic()).nameWithPrefix(topicPrefix);
        return new ProducerRecord<>(topic, row.key(), row.value());
    }

    private Producer<String, byte[]> producer() {
        if (producer == null) {
            producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
        }
        return producer;
    }

    /** Some failures are final for an idempotent producer; a new one begins afresh. */
    private void discardAfter(Throwable failure) {
        if (failure != null && !(Failures.cause(failure) instanceof RetriableException) && !sender.isShutdown()) {
            sender.execute(this::closeProducer);
        }
    }

    private void closeProducer() {
        if (producer != null) {
            producer.close(CLOSE_TIMEOUT);
            producer = null;
        }
    }

    /** Gives up what is not acknowledged yet: it stays in the table. */
    void close() {
        closed = true;
        sender.execute(this::closeProducer);
        sender.close();
    }
}
