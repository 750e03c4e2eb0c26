package io.directcall.session.testing;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.directcall.contracts.topic.Topic;
import io.directcall.contracts.user.UserEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What users were told, from the topic. Used by one thread. */
public final class UserLog implements AutoCloseable {
    private final ObjectMapper json = new ObjectMapper().registerModule(new JavaTimeModule());
    private final Map<String, List<UserEvent>> events = new HashMap<>();
    private final KafkaConsumer<String, String> consumer;

    public UserLog() {
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", Kafka.bootstrapServers()),
                new StringDeserializer(),
                new StringDeserializer());
        List<TopicPartition> partitions =
                consumer.partitionsFor(Topic.USER_EVENTS.nameWithPrefix(Kafka.prefix())).stream()
                        .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                        .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** What a user was told in all, when it is this many things; checks their numbers. */
    public List<UserEvent> told(Phone user, int count) {
        await().atMost(15, SECONDS)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(5))
                .untilAsserted(() -> assertThat(sofar(user)).hasSize(count));
        List<UserEvent> told = sofar(user);
        assertThat(told)
                .extracting(UserEvent::seq)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, count).boxed().toList());
        return told;
    }

    /** The same by the names of the events. */
    public List<String> words(Phone user, int count) {
        return told(user, count).stream()
                .map(event -> event.getClass().getSimpleName())
                .toList();
    }

    public List<UserEvent> sofar(Phone user) {
        consumer.poll(Duration.ofMillis(50)).forEach(message -> add(message.key(), message.value()));
        return List.copyOf(events.getOrDefault(user.uid(), List.of()));
    }

    private void add(String uid, String value) {
        try {
            events.computeIfAbsent(uid, user -> new ArrayList<>()).add(json.readValue(value, UserEvent.class));
        } catch (JsonProcessingException e) {
            throw new AssertionError("Not a user event: " + value, e);
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
