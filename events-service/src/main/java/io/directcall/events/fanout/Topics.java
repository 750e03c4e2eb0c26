package io.directcall.events.fanout;

import io.directcall.events.position.Channel;
import io.directcall.events.position.Position;
import io.directcall.events.position.Source;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Utils;

/**
 * Names and partitions of a channel's topics.
 *
 * @param channel whose topics they are
 * @param prefix stands before each topic's name in this installation
 */
public record Topics(Channel channel, String prefix) {

    /** The partition of a key, as the default partitioner of Kafka's producer chooses it. */
    public static int partitionOf(String key, int partitions) {
        return Utils.toPositive(Utils.murmur2(key.getBytes(StandardCharsets.UTF_8))) % partitions;
    }

    String nameOf(Source source) {
        return source.topic().nameWithPrefix(prefix);
    }

    TopicPartition of(Source source, int partition) {
        return new TopicPartition(nameOf(source), partition);
    }

    List<TopicPartition> all(int partition) {
        return channel.sources().stream().map(source -> of(source, partition)).toList();
    }

    Position position(int partition, Map<TopicPartition, Long> offsets) {
        return Position.at(channel, source -> offsets.get(of(source, partition)));
    }

    Position positionOf(Consumer<?, ?> consumer, int partition) {
        return Position.at(channel, source -> consumer.position(of(source, partition)));
    }

    void seek(Consumer<?, ?> consumer, int partition, Position position) {
        channel.sources().forEach(source -> consumer.seek(of(source, partition), position.of(source)));
    }
}
