package io.directcall.outbox;

import io.directcall.contracts.topic.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Sends the rows of one lane to Kafka. Owns a producer and the one thread that calls it: {@code send} blocks while the broker's metadata
 * is unknown, so it must not run on an event loop.
 *
 * <p>The broker takes the records of a producer in order and without holes. So whatever becomes of a batch, what has arrived of it in a
 * partition is its beginning, provided that nothing is sent after a record that was refused: the producer is dropped with all that it
 * still has, and another one begins afresh.
 */
final class RowPublisher {
    private final ProducerSettings settings;
    private final ExecutorService sender;
    private final AtomicReference<Producer<String, byte[]>> producer = new AtomicReference<>();
    private volatile String lastTopic;
    private volatile boolean closed;

    RowPublisher(ProducerSettings settings) {
        this.settings = settings;
        this.sender = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name("outbox-sender").daemon().factory());
    }

    /** Makes the producer before there is anything to send, which spares the first message the time that it takes. */
    void prepare() {
        // When it fails, it fails again and is logged as soon as there is something to send.
        var unused = CompletableFuture.runAsync(this::producer, sender);
    }

    /**
     * @return done when the broker has acknowledged all rows; failed when one was refused or the producer was dropped, but not before the
     *     fate of all that were sent is known
     */
    CompletableFuture<Void> publish(List<OutboxRow> rows) {
        return CompletableFuture.completedFuture(rows).thenComposeAsync(this::send, sender);
    }

    private CompletableFuture<Void> send(List<OutboxRow> rows) {
        // One producer for all of them: what follows a dropped record must not go out by the next producer.
        Producer<String, byte[]> current = producer();
        var acknowledgements = new ArrayList<CompletableFuture<Void>>(rows.size());
        for (OutboxRow row : rows) {
            CompletableFuture<Void> acknowledged = send(current, row);
            acknowledgements.add(acknowledged);
            if (acknowledged.isCompletedExceptionally()) {
                break;
            }
        }
        return CompletableFuture.allOf(acknowledgements.toArray(CompletableFuture[]::new));
    }

    private CompletableFuture<Void> send(Producer<String, byte[]> current, OutboxRow row) {
        var acknowledged = new CompletableFuture<Void>();
        try {
            String topic = Topic.valueOf(row.topic()).nameWithPrefix(settings.topicPrefix());
            lastTopic = topic;
            var message = new ProducerRecord<>(topic, row.key(), row.value());
            var unused = current.send(message, (metadata, failure) -> complete(current, acknowledged, failure));
        } catch (RuntimeException e) {
            acknowledged.completeExceptionally(e);
        }
        return acknowledged;
    }

    private void complete(Producer<String, byte[]> current, CompletableFuture<Void> acknowledged, Exception failure) {
        if (failure == null) {
            acknowledged.complete(null);
        } else {
            // Here, in the producer's own thread, it has not sent anything after the refused record yet.
            drop(current);
            acknowledged.completeExceptionally(failure);
        }
    }

    private Producer<String, byte[]> producer() {
        if (closed) {
            throw new IllegalStateException("closed");
        }
        Producer<String, byte[]> current = producer.get();
        if (current == null) {
            current = new KafkaProducer<>(settings.values(), new StringSerializer(), new ByteArraySerializer());
            producer.set(current);
        }
        return current;
    }

    /**
     * Waits for the broker without anything to send.
     *
     * @return fails when the broker can't be reached within some seconds
     */
    CompletableFuture<Void> reach() {
        String topic = lastTopic;
        return topic == null
                ? CompletableFuture.completedFuture(null)
                : CompletableFuture.runAsync(() -> producer().partitionsFor(topic), sender);
    }

    /** Gives up what is not acknowledged, so that nothing of it comes to the broker later than what another relay sends. */
    void drop() {
        Producer<String, byte[]> current = producer.get();
        // Its end waits for the producer's thread.
        Thread.startVirtualThread(() -> drop(current));
    }

    private void drop(Producer<String, byte[]> current) {
        if (current != null && producer.compareAndSet(current, null)) {
            current.close(Duration.ZERO);
        }
    }

    /** Gives up what is not acknowledged: it stays in the table. */
    void close() {
        closed = true;
        drop(producer.get());
        sender.close();
        // A batch that came in between may have made another one.
        drop(producer.get());
    }
}
