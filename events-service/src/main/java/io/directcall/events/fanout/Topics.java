package io.directcall.events.fanout;

import io.directcall.events.position.Position;
import io.directcall.events.position.Source;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Utils;

/**
 * Names and partitions of the two topics.
 *
 * @param prefix stands before each topic's name in this installation
 */
public record Topics(String prefix) {

    /** The partition of a session, as the default partitioner of Kafka's producer chooses it. */
    public static int partitionOf(String sessionId, int partitions) {
        return Utils.toPositive(Utils.murmur2(sessionId.getBytes(StandardCharsets.UTF_8))) % partitions;
    }

    TopicPartition of(Source source, int partition) {
        return new TopicPartition(source.topic().nameWithPrefix(prefix), partition);
    }

    List<TopicPartition> both(int partition) {
        return List.of(of(Source.SESSION, partition), of(Source.MEDIA, partition));
    }

    Position position(int partition, Map<TopicPartition, Long> offsets) {
        return new Position(offsets.get(of(Source.SESSION, partition)), offsets.get(of(Source.MEDIA, partition)));
    }

    Position positionOf(Consumer<?, ?> consumer, int partition) {
        return new Position(
                consumer.position(of(Source.SESSION, partition)), consumer.position(of(Source.MEDIA, partition)));
    }

    void seek(Consumer<?, ?> consumer, int partition, Position position) {
        consumer.seek(of(Source.SESSION, partition), position.session());
        consumer.seek(of(Source.MEDIA, partition), position.media());
    }
}
