package io.directcall.service.topic;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jboss.logging.Logger;

/**
 * Reads a whole compacted topic from its beginning and follows it, on a thread of its own from {@link #start()} to {@link #close()}. While
 * Kafka is away it tries again each second; what was read before stays valid. Instances are single-use.
 *
 * @param <V> the values of the topic
 */
public final class CompactedTopicReader<V> implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(CompactedTopicReader.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final Duration CLOSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(3);

    private final Map<String, Object> connection;
    private final String topic;
    private final TopicView<V> view;
    private final ObjectReader json;
    private final Thread thread;
    private final CountDownLatch closed = new CountDownLatch(1);
    /** For {@link #close()}: waking a consumer is the only thing that another thread may do with it. */
    private final AtomicReference<KafkaConsumer<String, String>> current = new AtomicReference<>();

    /**
     * @param connection how to reach Kafka, at least {@code bootstrap.servers}
     * @param topic full name with the prefix
     * @param type the values of the topic, which are JSON
     * @param view told of each record
     */
    public CompactedTopicReader(
            Map<String, Object> connection, String topic, Class<V> type, TopicView<V> view, ObjectMapper json) {
        this.connection = new HashMap<>(connection);
        this.connection.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        this.connection.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        this.connection.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        this.connection.put(ConsumerConfig.CLIENT_ID_CONFIG, topic + "-reader");
        this.connection.remove(ConsumerConfig.GROUP_ID_CONFIG);
        this.topic = topic;
        this.view = view;
        this.json = json.readerFor(type);
        this.thread = Thread.ofPlatform().daemon().name(topic + "-reader").unstarted(this::run);
    }

    /** Begins to read; does not wait for Kafka. */
    public void start() {
        thread.start();
    }

    private void run() {
        while (!isClosed()) {
            KafkaConsumer<String, String> consumer =
                    new KafkaConsumer<>(connection, new StringDeserializer(), new StringDeserializer());
            current.set(consumer);
            try {
                follow(consumer);
            } catch (WakeupException stop) {
                LOG.debugf("topic=%s not read any more", topic);
            } catch (KafkaException away) {
                LOG.warnf("topic=%s is not readable, trying again: %s", topic, away.getMessage());
                pause();
            } finally {
                current.set(null);
                consumer.close(CloseOptions.timeout(CLOSE));
            }
        }
    }

    private void follow(KafkaConsumer<String, String> consumer) {
        List<TopicPartition> partitions = partitions(consumer);
        if (partitions.isEmpty()) {
            LOG.warnf("topic=%s does not exist yet", topic);
            pause();
            return;
        }
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (!isClosed()) {
            if (!view.complete() && ends.entrySet().stream().allMatch(end -> reached(consumer, end))) {
                view.markComplete();
                LOG.infof("topic=%s read to its end", topic);
            }
            consumer.poll(POLL).forEach(this::take);
        }
    }

    private static boolean reached(KafkaConsumer<String, String> consumer, Map.Entry<TopicPartition, Long> end) {
        return consumer.position(end.getKey()) >= end.getValue();
    }

    private List<TopicPartition> partitions(KafkaConsumer<String, String> consumer) {
        List<PartitionInfo> found = consumer.partitionsFor(topic);
        return found == null
                ? List.of()
                : found.stream()
                        .map(info -> new TopicPartition(topic, info.partition()))
                        .toList();
    }

    private void take(ConsumerRecord<String, String> published) {
        if (published.key() == null) {
            LOG.warnf("topic=%s offset=%d ignored: it has no key", topic, published.offset());
        } else if (published.value() == null) {
            view.withdraw(published.key());
        } else {
            add(published);
        }
    }

    private void add(ConsumerRecord<String, String> published) {
        try {
            view.add(json.readValue(published.value()));
        } catch (JsonProcessingException unusable) {
            LOG.warnf("topic=%s key=%s ignored: it is not what this topic carries", topic, published.key());
        }
    }

    private void pause() {
        try {
            if (closed.await(RETRY.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.debugf("topic=%s pause cut short", topic);
            }
        } catch (InterruptedException stop) {
            closed.countDown();
        }
    }

    private boolean isClosed() {
        return closed.getCount() == 0;
    }

    /** Waits at most 3 s for the thread, which else would log errors about classes and clients that are gone. */
    @Override
    public void close() {
        closed.countDown();
        KafkaConsumer<String, String> reading = current.get();
        if (reading != null) {
            reading.wakeup();
        }
        awaitEnd();
    }

    private void awaitEnd() {
        try {
            if (!thread.join(LONGEST_STOP)) {
                LOG.warnf("topic=%s its reader does not stop", topic);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
