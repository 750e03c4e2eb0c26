package io.directcall.events.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.directcall.contracts.topic.Topic;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes events to Kafka as the other services do. */
public final class EventLog implements AutoCloseable {
    private final String bootstrapServers;
    private final String prefix;
    private final KafkaProducer<String, byte[]> producer;

    public EventLog(String bootstrapServers, String prefix) {
        this.bootstrapServers = bootstrapServers;
        this.prefix = prefix;
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "linger.ms", 0),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** Writes an event of a session and waits until it is in the log. */
    public RecordMetadata session(String sessionId, String json) {
        return get(send(Topic.SESSION_EVENTS, sessionId, json));
    }

    /** Writes a media event and waits until it is in the log. */
    public RecordMetadata media(String sessionId, String json) {
        return get(send(Topic.MEDIA_EVENTS, sessionId, json));
    }

    /** Writes an event of a user and waits until it is in the log. */
    public RecordMetadata user(String uid, String json) {
        return get(send(Topic.USER_EVENTS, uid, json));
    }

    /** Writes an event and does not wait. */
    public void publish(Topic topic, String sessionId, String json) {
        var unused = send(topic, sessionId, json);
    }

    private Future<RecordMetadata> send(Topic topic, String sessionId, String json) {
        return producer.send(new ProducerRecord<>(topic.nameWithPrefix(prefix), sessionId, json.getBytes(UTF_8)));
    }

    /** Deletes all records of a partition before an offset, as the retention does. */
    public void deleteBefore(Topic topic, int partition, long offset) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            get(admin.deleteRecords(Map.of(
                            new TopicPartition(topic.nameWithPrefix(prefix), partition),
                            RecordsToDelete.beforeOffset(offset)))
                    .all()
                    .toCompletionStage()
                    .toCompletableFuture());
        }
    }

    public static String joined(String participantId) {
        return "{\"type\":\"ParticipantJoined\",\"seq\":1,\"participant\":{\"participantId\":\"" + participantId
                + "\"}}";
    }

    public static String left(String participantId) {
        return "{\"type\":\"ParticipantLeft\",\"seq\":2,\"participantId\":\"" + participantId
                + "\",\"uid\":\"u\",\"reason\":\"left\"}";
    }

    public static String offer(String participantId, String uid) {
        return "{\"type\":\"OfferReady\",\"participantId\":\"" + participantId + "\",\"uid\":\"" + uid
                + "\",\"sdp\":\"v=0\\r\\n\"}";
    }

    /** An event that all in the session get. */
    public static String numbered(int number) {
        return "{\"type\":\"DominantSpeakerChanged\",\"seq\":" + number + "}";
    }

    /** The data of numbered events. */
    public static List<String> numbered(int from, int to) {
        return java.util.stream.IntStream.range(from, to)
                .mapToObj(EventLog::numbered)
                .toList();
    }

    private static <T> T get(Future<T> future) {
        try {
            return future.get(20, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
