package io.directcall.events.presence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.directcall.contracts.presence.PresenceEvent;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;

/**
 * Sends presence to Kafka from a thread of its own, because a producer blocks while it does not know the topic. Messages go out in the
 * order in which they came. While Kafka is away they wait, bounded in number and time.
 */
public final class PresencePublisher implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(PresencePublisher.class);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration IDLE_CHECK = Duration.ofMillis(100);

    private final Supplier<Producer<String, byte[]>> producers;
    private final String topic;
    private final ObjectWriter json;
    private final BlockingQueue<PresenceEvent> waiting;
    private final Duration patience;
    private final AtomicLong lost = new AtomicLong();
    private final Thread thread;
    private Producer<String, byte[]> producer;
    private volatile boolean closed;

    /**
     * @param producers makes the producer, at the first message
     * @param topic name of the topic
     * @param json writes the messages
     * @param maxWaiting most messages that wait for the thread
     * @param patience how long a message is tried
     */
    public PresencePublisher(
            Supplier<Producer<String, byte[]>> producers,
            String topic,
            ObjectMapper json,
            int maxWaiting,
            Duration patience) {
        this.producers = producers;
        this.topic = topic;
        this.json = json.writerFor(PresenceEvent.class);
        this.waiting = new LinkedBlockingQueue<>(maxWaiting);
        this.patience = patience;
        this.thread = Thread.ofPlatform().daemon().name("events-presence").unstarted(this::run);
    }

    /** Starts the thread. */
    public void start() {
        thread.start();
    }

    /** Sends a message soon; never blocks. */
    public void publish(PresenceEvent event) {
        if (!waiting.offer(event)) {
            countLost(event, "too many wait");
        }
    }

    /** Number of messages that were given up. */
    public long lost() {
        return lost.get();
    }

    private void run() {
        try {
            while (!closed || !waiting.isEmpty()) {
                PresenceEvent next = waiting.poll(IDLE_CHECK.toMillis(), TimeUnit.MILLISECONDS);
                if (next != null) {
                    send(next);
                }
            }
        } catch (InterruptedException e) {
            LOG.warnf("%d presence messages wait at the end and are lost", waiting.size());
        }
        if (producer != null) {
            producer.close(CLOSE_TIMEOUT);
        }
    }

    private void send(PresenceEvent event) throws InterruptedException {
        long start = System.nanoTime();
        while (!handOver(event)) {
            if (closed || System.nanoTime() - start > patience.toNanos()) {
                countLost(event, "Kafka is away for too long");
                return;
            }
            TimeUnit.MILLISECONDS.sleep(IDLE_CHECK.toMillis());
        }
    }

    /** Gives a message to the producer, which retries by itself once it knows the topic; false when it does not know it yet. */
    private boolean handOver(PresenceEvent event) {
        try {
            if (producer == null) {
                producer = producers.get();
            }
            return recordsOf(event).stream().allMatch(record -> handOver(event, record));
        } catch (KafkaException e) {
            LOG.debugf("%s presence waits: %s", nameOf(event), e.getMessage());
            return false;
        }
    }

    private boolean handOver(PresenceEvent event, ProducerRecord<String, byte[]> record) {
        AtomicBoolean handedOver = new AtomicBoolean();
        Future<RecordMetadata> sent = producer.send(record, (metadata, failure) -> {
            if (failure != null && handedOver.get()) {
                countLost(event, failure.getMessage());
            }
        });
        handedOver.set(sent.state() != Future.State.FAILED);
        return handedOver.get();
    }

    private List<ProducerRecord<String, byte[]>> recordsOf(PresenceEvent event) {
        byte[] value = valueOf(event);
        return switch (event) {
            case PresenceEvent.OfStream stream -> List.of(new ProducerRecord<>(topic, stream.sessionId(), value));
            // In each partition: a reader of one knows then that it has read all that was said before.
            case PresenceEvent.ReplicaAlive alive ->
                producer.partitionsFor(topic).stream()
                        .map(partition -> new ProducerRecord<>(topic, partition.partition(), alive.replicaId(), value))
                        .toList();
        };
    }

    private byte[] valueOf(PresenceEvent event) {
        try {
            return json.writeValueAsBytes(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("presence cannot be written as JSON", e);
        }
    }

    private void countLost(PresenceEvent event, String why) {
        lost.incrementAndGet();
        LOG.warnf("%s presence is lost: %s", nameOf(event), why);
    }

    private static String nameOf(PresenceEvent event) {
        return switch (event) {
            case PresenceEvent.OfStream stream ->
                "session=" + stream.sessionId() + " participant=" + stream.participantId();
            case PresenceEvent.ReplicaAlive alive -> "replica=" + alive.replicaId();
        };
    }

    /** Sends what waits, within two seconds, and ends. */
    @Override
    public void close() {
        closed = true;
        try {
            if (!thread.join(CLOSE_TIMEOUT)) {
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
