package io.directcall.events.fanout;

import io.directcall.events.position.Position;
import io.directcall.events.position.Source;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/** Asks Kafka where things are. */
public final class LogLookup {
    private final KafkaWorker worker;
    private final Topics topics;

    /** Asks by a worker, which others may use too. */
    public LogLookup(KafkaWorker worker, Topics topics) {
        this.worker = worker;
        this.topics = topics;
    }

    /** The number of partitions of the topics; fails when they do not have the same. */
    CompletableFuture<Integer> partitionCount() {
        return worker.submit(consumer -> {
            int session = count(consumer, Source.SESSION);
            int media = count(consumer, Source.MEDIA);
            if (session != media || session == 0) {
                throw new KafkaException("The topics of sessions and media have " + session + " and " + media
                        + " partitions. Create both with the same number.");
            }
            return session;
        });
    }

    private int count(Consumer<?, ?> consumer, Source source) {
        return consumer.partitionsFor(source.topic().nameWithPrefix(topics.prefix()))
                .size();
    }

    CompletableFuture<Bounds> bounds(int partition) {
        List<TopicPartition> both = topics.both(partition);
        return worker.submit(consumer -> new Bounds(
                topics.position(partition, consumer.beginningOffsets(both)),
                topics.position(partition, consumer.endOffsets(both))));
    }

    /** The position of the first records appended at a time or later. */
    CompletableFuture<Position> positionAt(int partition, Instant time) {
        Map<TopicPartition, Long> wanted = topics.both(partition).stream()
                .collect(Collectors.toMap(Function.identity(), any -> time.toEpochMilli()));
        return worker.submit(consumer -> {
            // The end first: a record that arrives between both questions must be found by the second or lie behind the
            // first.
            Map<TopicPartition, Long> offsets = consumer.endOffsets(wanted.keySet());
            Map<TopicPartition, OffsetAndTimestamp> found = consumer.offsetsForTimes(wanted);
            found.forEach((partitionOfTopic, first) -> {
                if (first != null) {
                    offsets.put(partitionOfTopic, first.offset());
                }
            });
            return topics.position(partition, offsets);
        });
    }
}
