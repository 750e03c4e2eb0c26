package io.directcall.events.testing;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.directcall.contracts.presence.PresenceEvent;
import io.directcall.contracts.presence.PresenceEvent.OfStream;
import io.directcall.contracts.presence.PresenceEvent.ReplicaAlive;
import io.directcall.contracts.topic.Topic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads the topic of presence from its beginning. */
public final class PresenceLog implements AutoCloseable {
    private final ObjectMapper json;
    private final KafkaConsumer<String, byte[]> consumer;
    private final List<PresenceEvent> events = new ArrayList<>();

    public PresenceLog(ObjectMapper json) {
        this.json = json;
        this.consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", Streams.property("kafka.bootstrap.servers")),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        String topic = Topic.PRESENCE_EVENTS.nameWithPrefix(Streams.property("directcall.topic-prefix"));
        List<TopicPartition> all = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        consumer.assign(all);
        consumer.seekToBeginning(all);
    }

    /** What is known of a session's streams by now. */
    public List<OfStream> of(String sessionId) {
        return all(OfStream.class)
                .filter(event -> event.sessionId().equals(sessionId))
                .toList();
    }

    /** Who said by now that it is alive, as often as it did. */
    public List<String> replicas() {
        return all(ReplicaAlive.class).map(ReplicaAlive::replicaId).toList();
    }

    private <T extends PresenceEvent> Stream<T> all(Class<T> type) {
        consumer.poll(Duration.ofMillis(100)).forEach(message -> events.add(read(message.value())));
        return events.stream().filter(type::isInstance).map(type::cast);
    }

    private PresenceEvent read(byte[] value) {
        try {
            return json.readValue(value, PresenceEvent.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
