package io.directcall.events.fanout;

import io.directcall.events.position.Position;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
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
            Map<String, Integer> counts = topics.channel().sources().stream()
                    .map(topics::nameOf)
                    .collect(Collectors.toMap(
                            Function.identity(),
                            name -> consumer.partitionsFor(name).size()));
            Set<Integer> different = Set.copyOf(counts.values());
            if (different.size() != 1 || different.contains(0)) {
                throw new KafkaException("The topics have these numbers of partitions: " + counts
                        + ". Create all of them with the same number.");
            }
            return different.iterator().next();
        });
    }

    CompletableFuture<Bounds> bounds(int partition) {
        List<TopicPartition> all = topics.all(partition);
        return worker.submit(consumer -> new Bounds(
                topics.position(partition, consumer.beginningOffsets(all)),
                topics.position(partition, consumer.endOffsets(all))));
    }

    /** The position of the first records appended at a time or later. */
    CompletableFuture<Position> positionAt(int partition, Instant time) {
        Map<TopicPartition, Long> wanted = topics.all(partition).stream()
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
