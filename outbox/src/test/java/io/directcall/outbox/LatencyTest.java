package io.directcall.outbox;

import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import io.directcall.contracts.topic.Topic;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Prints how long a message takes from the end of its commit to the broker's time stamp, at steady rates. Runs when it is asked for. */
@QuarkusTest
@EnabledIfSystemProperty(named = "latency", matches = "true")
class LatencyTest {
    private static final Logger LOG = Logger.getLogger(LatencyTest.class);
    private static final int KEYS = 100;

    /** What it publishes. */
    record Numbered(int n) {}

    @Inject
    Mutiny.SessionFactory database;

    @Inject
    Outbox outbox;

    private final String run = UUID.randomUUID().toString();
    private final Map<Integer, Long> committed = new ConcurrentHashMap<>();

    @ParameterizedTest
    @ValueSource(ints = {50, 500})
    void messagesArriveWithinMilliseconds(int perSecond) throws InterruptedException {
        try (TopicReader topic = new TopicReader()) {
            // Given
            commit(0, 2 * perSecond, perSecond);

            // When
            int first = 2 * perSecond;
            int count = 6 * perSecond;
            commit(first, count, perSecond);

            // Then
            await().atMost(20, SECONDS)
                    .until(() -> IntStream.range(first, first + count).allMatch(n -> appended(topic, n) > 0));
            List<Long> millis = IntStream.range(first, first + count)
                    .mapToObj(n -> appended(topic, n) - committed.get(n))
                    .map(late -> Math.max(0, late))
                    .sorted()
                    .toList();
            LOG.infof(
                    "commit to broker at %d/s: p50 %d ms, p90 %d ms, p99 %d ms, max %d ms",
                    perSecond,
                    millis.get(count / 2),
                    millis.get(count * 90 / 100),
                    millis.get(count * 99 / 100),
                    millis.get(count - 1));
        }
    }

    /** Begins a transaction at each tick, whether the ones before have ended or not. */
    private void commit(int first, int count, int perSecond) throws InterruptedException {
        List<CompletableFuture<Void>> commits = new ArrayList<>(count);
        long start = System.nanoTime();
        for (int i = 0; i < count; i++) {
            long ahead = start + i * 1_000_000_000L / perSecond - System.nanoTime();
            NANOSECONDS.sleep(ahead);
            commits.add(commit(first + i));
        }
        commits.forEach(CompletableFuture::join);
    }

    private CompletableFuture<Void> commit(int n) {
        var done = new CompletableFuture<Void>();
        VertxContextSupport.subscribe(
                () -> append(n).toMulti(),
                events -> events.with(ignored -> {}, done::completeExceptionally, () -> {
                    committed.put(n, System.currentTimeMillis());
                    done.complete(null);
                }));
        return done;
    }

    private Uni<Void> append(int n) {
        return database.withTransaction(
                db -> outbox.append(db, List.of(new OutboxMessage(Topic.SESSION_EVENTS, key(n), new Numbered(n)))));
    }

    private String key(int n) {
        return run + "-" + n % KEYS;
    }

    private long appended(TopicReader topic, int n) {
        return topic.appended(key(n), "{\"n\":" + n + "}");
    }
}
