package io.directcall.infra.kafka;

import io.directcall.contracts.topic.Topic;
import io.directcall.infra.InfraFailure;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;

/** The suite's topics on a broker. A prefix gives a test a set of its own. */
public final class Topics implements AutoCloseable {

    /** The same for all topics, so that a session has the same partition number in each. */
    private static final int PARTITIONS = 8;

    private static final long TIMEOUT_SECONDS = 30;

    private final Admin admin;

    /** The topics of the broker that listens on this port of loopback. */
    public Topics(int port) {
        this.admin = Admin.create(Map.of("bootstrap.servers", "127.0.0.1:" + port));
    }

    /** Makes those topics of the suite that aren't there; returns when the broker shows all of them. */
    public void create(String prefix) {
        List<String> names = names(prefix);
        Set<String> present = await(admin.listTopics().names());
        List<NewTopic> missing = Arrays.stream(Topic.values())
                .filter(topic -> !present.contains(topic.nameWithPrefix(prefix)))
                .map(topic ->
                        new NewTopic(topic.nameWithPrefix(prefix), PARTITIONS, (short) 1).configs(settings(topic)))
                .toList();
        await(admin.createTopics(missing).all());
        awaitShown(names);
    }

    /** The controller answers before the broker has heard: a client that asks at once would be told that there is no such topic. */
    private void awaitShown(List<String> names) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(TIMEOUT_SECONDS);
        while (!await(admin.listTopics().names()).containsAll(names)) {
            if (System.nanoTime() > deadline) {
                throw new InfraFailure("Kafka made topics and doesn't show them: " + names);
            }
        }
    }

    private static List<String> names(String prefix) {
        return Arrays.stream(Topic.values())
                .map(topic -> topic.nameWithPrefix(prefix))
                .toList();
    }

    /** Removes the topics that were made with this prefix. */
    public void delete(String prefix) {
        await(admin.deleteTopics(names(prefix)).all());
    }

    static Map<String, String> settings(Topic topic) {
        String stamp = "message.timestamp.type";
        return switch (topic.cleanup()) {
            case COMPACT -> Map.of(stamp, "LogAppendTime", "cleanup.policy", "compact");
            case DELETE ->
                Map.of(
                        stamp,
                        "LogAppendTime",
                        "cleanup.policy",
                        "delete",
                        "retention.ms",
                        Long.toString(topic.retention().toMillis()));
        };
    }

    private static <T> T await(KafkaFuture<T> future) {
        try {
            return future.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new InfraFailure("Kafka refused: " + (e.getCause() == null ? e : e.getCause()).getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InfraFailure("Interrupted while Kafka worked on topics.", e);
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
