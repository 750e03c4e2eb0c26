package io.directcall.events.fanout;

import io.directcall.events.log.RecordDecoder;
import io.directcall.events.position.Position;
import io.directcall.events.position.Source;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;

/**
 * The thread that reads all partitions with subscribers, and the executor of everything that touches their feeds. It never waits for an
 * answer of Kafka: offsets are looked up elsewhere, so that one slow question does not delay the events of all.
 */
public final class LiveReader implements Executor, AutoCloseable {
    private static final Logger LOG = Logger.getLogger(LiveReader.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final Supplier<Consumer<String, byte[]>> consumers;
    private final Topics topics;
    private final BlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
    private final Map<Integer, PartitionFeed> feeds = new HashMap<>();
    private final RecordDecoder decoder = new RecordDecoder();
    private final Thread thread;
    private java.util.function.Consumer<PartitionFeed> onLost = feed -> {};
    private Consumer<String, byte[]> consumer;
    private volatile Consumer<String, byte[]> polling;
    private volatile int partitions;
    private volatile boolean closed;

    /**
     * Not started yet: see {@link #start()}.
     *
     * @param name of the thread
     * @param consumers makes the consumer
     * @param topics what is read
     */
    public LiveReader(String name, Supplier<Consumer<String, byte[]>> consumers, Topics topics) {
        this.consumers = consumers;
        this.topics = topics;
        this.thread = Thread.ofPlatform().daemon().name(name).unstarted(this::run);
    }

    /** Starts the thread. */
    public void start() {
        thread.start();
    }

    /** True while events are read. */
    public boolean isAlive() {
        return thread.isAlive();
    }

    /** Number of partitions that are read now. */
    public int partitions() {
        return partitions;
    }

    /** Runs a task on the thread, soon. */
    @Override
    public void execute(Runnable task) {
        tasks.add(task);
        Consumer<String, byte[]> waiting = polling;
        if (waiting != null) {
            waiting.wakeup();
        }
    }

    /** Sets who is told when the next records of a feed are gone from Kafka; the feed is not read any more then. */
    void onLost(java.util.function.Consumer<PartitionFeed> listener) {
        onLost = listener;
    }

    /** Starts to read a partition. On the thread only. */
    void add(PartitionFeed feed) {
        feeds.put(feed.partition(), feed);
        assign();
        topics.seek(consumer, feed.partition(), feed.head());
        LOG.debugf("%s partition=%d is read from %s", topics.channel(), feed.partition(), feed.head());
    }

    /** Stops reading a partition. On the thread only. */
    void remove(PartitionFeed feed) {
        feeds.remove(feed.partition());
        assign();
        LOG.debugf("%s partition=%d is not read any more", topics.channel(), feed.partition());
    }

    private void assign() {
        List<TopicPartition> all = new ArrayList<>();
        feeds.keySet().forEach(partition -> all.addAll(topics.all(partition)));
        consumer.assign(all);
        partitions = feeds.size();
    }

    private void run() {
        while (!closed) {
            try {
                step();
            } catch (WakeupException e) {
                LOG.trace("Woken up to run a task");
            } catch (OffsetOutOfRangeException e) {
                lose(e.offsetOutOfRangePartitions().keySet());
            } catch (KafkaException e) {
                LOG.warnf("Kafka cannot be read now: %s", e.getMessage());
                LockSupport.parkNanos(RETRY.toNanos());
            } catch (InterruptedException e) {
                closed = true;
            }
        }
        if (consumer != null) {
            consumer.close(CloseOptions.timeout(Duration.ZERO));
        }
    }

    private void step() throws InterruptedException {
        if (consumer == null) {
            consumer = consumers.get();
        }
        if (feeds.isEmpty()) {
            run(tasks.take());
        } else {
            read(poll());
        }
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            run(task);
        }
    }

    /** A fault in the handling of one subscription must not end those of all others. */
    private static void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.error("A task of the reader failed", e);
        }
    }

    private ConsumerRecords<String, byte[]> poll() {
        polling = consumer;
        try {
            // A task that came before the line above has woken nobody.
            return consumer.poll(tasks.isEmpty() ? POLL : Duration.ZERO);
        } finally {
            polling = null;
        }
    }

    private void read(ConsumerRecords<String, byte[]> records) {
        for (PartitionFeed feed : feeds.values()) {
            new MergedRecords(topics, feed.partition(), records).forEach((source, event) -> read(feed, source, event));
            feed.batchRead();
        }
    }

    private boolean read(PartitionFeed feed, Source source, ConsumerRecord<String, byte[]> event) {
        Position head = feed.head();
        decoder.decode(source, event, head).ifPresentOrElse(feed::read, () -> {
            LOG.warnf(
                    "%s partition=%d offset=%d is no event and is left out",
                    source.topic().topicName(), feed.partition(), event.offset());
            feed.skipTo(head.with(source, event.offset() + 1));
        });
        return true;
    }

    private void lose(Collection<TopicPartition> lost) {
        List<PartitionFeed> affected = feeds.values().stream()
                .filter(feed -> topics.all(feed.partition()).stream().anyMatch(lost::contains))
                .toList();
        for (PartitionFeed feed : affected) {
            LOG.warnf("%s partition=%d is gone at %s", topics.channel(), feed.partition(), feed.head());
            remove(feed);
            onLost.accept(feed);
        }
    }

    @Override
    public void close() {
        closed = true;
        execute(() -> LOG.debug("The reader stops"));
    }
}
