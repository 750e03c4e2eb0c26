package io.directcall.service.keys;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.directcall.contracts.token.SigningKey;
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
 * Reads the whole compacted topic of signing keys from its beginning and follows it, on a thread of its own: {@link #run()} returns after
 * {@link #close()}. While Kafka is away it tries again each second; the keys read before stay valid. Instances are single-use.
 */
public final class SigningKeysReader implements Runnable, AutoCloseable {
    private static final Logger LOG = Logger.getLogger(SigningKeysReader.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final Duration CLOSE = Duration.ofSeconds(1);

    private final Map<String, Object> connection;
    private final String topic;
    private final SigningKeys keys;
    private final ObjectMapper json;
    private final CountDownLatch closed = new CountDownLatch(1);
    /** For {@link #close()}: waking a consumer is the only thing that another thread may do with it. */
    private final AtomicReference<KafkaConsumer<String, String>> current = new AtomicReference<>();

    /**
     * @param connection how to reach Kafka, at least {@code bootstrap.servers}
     * @param topic full name with the prefix
     */
    public SigningKeysReader(Map<String, Object> connection, String topic, SigningKeys keys, ObjectMapper json) {
        this.connection = new HashMap<>(connection);
        this.connection.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        this.connection.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        this.connection.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 100);
        this.connection.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        this.connection.put(ConsumerConfig.CLIENT_ID_CONFIG, "signing-keys");
        this.connection.remove(ConsumerConfig.GROUP_ID_CONFIG);
        this.topic = topic;
        this.keys = keys;
        this.json = json;
    }

    @Override
    public void run() {
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
            consumer.poll(POLL).forEach(this::take);
            if (!keys.complete() && ends.entrySet().stream().allMatch(end -> reached(consumer, end))) {
                keys.markComplete();
                LOG.infof("topic=%s read to its end", topic);
            }
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
            keys.withdraw(published.key());
        } else {
            add(published);
        }
    }

    private void add(ConsumerRecord<String, String> published) {
        try {
            keys.add(json.readValue(published.value(), SigningKey.class));
        } catch (JsonProcessingException unusable) {
            LOG.warnf("topic=%s kid=%s ignored: it is no signing key", topic, published.key());
        }
    }

    private void pause() {
        try {
            if (closed.await(RETRY.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.debugf("topic=%s pause cut short", topic);
            }
        } catch (InterruptedException stop) {
            close();
        }
    }

    private boolean isClosed() {
        return closed.getCount() == 0;
    }

    /** Makes {@link #run()} return soon; does not wait for it. */
    @Override
    public void close() {
        closed.countDown();
        KafkaConsumer<String, String> reading = current.get();
        if (reading != null) {
            reading.wakeup();
        }
    }
}
