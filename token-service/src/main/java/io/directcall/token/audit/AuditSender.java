package io.directcall.token.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.directcall.contracts.audit.AuditEvent;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor.DiscardPolicy;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jboss.logging.Logger;

/**
 * Sends records of the audit on a thread of its own, all of 20 ms at once. By way of a reactive channel, one by one, they took a tenth of the
 * processor time of a call token, and more while the JVM was not warm.
 */
final class AuditSender implements AutoCloseable {
    /** How many wait for the thread, which waits for Kafka when it is away. */
    static final int MOST_WAITING = 1000;

    private static final Logger LOG = Logger.getLogger(AuditSender.class);
    private static final Duration COLLECT = Duration.ofMillis(20);
    private static final Duration CLOSE = Duration.ofSeconds(2);
    /** Of records that Kafka has not taken yet, for as long as it is away: another two thousand. */
    private static final long BUFFER_BYTES = 1L << 20;

    private final BlockingQueue<AuditEvent> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final AtomicBoolean due = new AtomicBoolean();
    private final AtomicInteger refused = new AtomicInteger();
    private final ScheduledThreadPoolExecutor thread;
    private final Supplier<Producer<String, String>> kafka;
    private final String topic;
    private final ObjectMapper json;
    private volatile Producer<String, String> producer;

    /**
     * @param kafka asked once, on the thread that may wait
     * @param topic full name with the prefix
     */
    AuditSender(Supplier<Producer<String, String>> kafka, String topic, ObjectMapper json) {
        this.kafka = kafka;
        this.topic = topic;
        this.json = json;
        // What comes after the end is in the log alone, and must not fail.
        this.thread = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("call-token-audit").factory(), new DiscardPolicy());
    }

    /** Makes a producer for records of this kind; {@code connection} has at least {@code bootstrap.servers}. */
    static Producer<String, String> producer(Map<String, Object> connection) {
        Map<String, Object> settings = new HashMap<>(connection);
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, "call-token-audit");
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, BUFFER_BYTES);
        return new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
    }

    /** Takes a record to be sent soon. Never waits; says false when too many wait already, which the log will tell. */
    boolean offer(AuditEvent event) {
        boolean taken = waiting.offer(event);
        if (!taken) {
            refused.incrementAndGet();
        }
        if (due.compareAndSet(false, true)) {
            var unused = thread.schedule(this::send, COLLECT.toMillis(), TimeUnit.MILLISECONDS);
        }
        return taken;
    }

    private void send() {
        due.set(false);
        int lost = refused.getAndSet(0);
        if (lost > 0) {
            LOG.warnf("%d records of the audit are lost, too many waited for Kafka: the log has them", lost);
        }
        try {
            Producer<String, String> current = producer();
            for (AuditEvent event = waiting.poll(); event != null; event = waiting.poll()) {
                var message = new ProducerRecord<>(topic, event.subject(), text(event));
                var unused = current.send(message, (metadata, failure) -> told(failure));
            }
        } catch (KafkaException unusable) {
            told(unusable);
        }
    }

    private Producer<String, String> producer() {
        if (producer == null) {
            producer = kafka.get();
        }
        return producer;
    }

    private static void told(Exception failure) {
        if (failure != null) {
            LOG.warnf("a record of the audit is lost, the log has it: %s", failure.getMessage());
        }
    }

    private String text(AuditEvent event) {
        try {
            return json.writeValueAsString(event);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("an audit event can be written as JSON", impossible);
        }
    }

    /** Sends what waits, for 4 s at most. */
    @Override
    public void close() {
        if (!waiting.isEmpty()) {
            thread.execute(this::send);
        }
        thread.shutdown();
        try {
            if (!thread.awaitTermination(CLOSE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warnf("%d records of the audit wait for Kafka, and are lost: the log has them", waiting.size());
                thread.shutdownNow();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        if (producer != null) {
            producer.close(CLOSE);
        }
    }
}
