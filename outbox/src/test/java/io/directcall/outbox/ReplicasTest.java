package io.directcall.outbox;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

/** The application's relay and that of another replica, on one database. */
@QuarkusTest
class ReplicasTest {
    private static final Logger LOG = Logger.getLogger(ReplicasTest.class);
    private static final int EACH = 200;

    @Inject
    Counters counters;

    @Inject
    Pool pool;

    @Inject
    MeterRegistry metrics;

    private final List<String> keys = IntStream.range(0, 16)
            .mapToObj(i -> "replicas-" + UUID.randomUUID())
            .toList();

    private static double published(MeterRegistry registry) {
        return registry.get("outbox.published").counter().count();
    }

    @Test
    void bothPublishAndOrderIsKept() throws Exception {
        // Given
        keys.forEach(counters::create);
        double before = published(metrics);
        var others = new SimpleMeterRegistry();
        Map<String, Object> kafka = Map.of("bootstrap.servers", TopicReader.bootstrapServers());
        var settings = new TestSettings(256, Duration.ofSeconds(5));
        var other = new Relay(pool, settings, kafka, Optional.of(TopicReader.prefix()), others);
        other.start(null);
        List<Callable<Void>> writers = new ArrayList<>();
        for (String key : keys) {
            writers.add(() -> {
                for (int i = 0; i < EACH; i++) {
                    counters.count(key);
                }
                return null;
            });
        }

        try (TopicReader topic = new TopicReader();
                ExecutorService threads = Executors.newFixedThreadPool(4)) {
            // When
            threads.invokeAll(writers);

            // Then
            keys.forEach(key -> assertAllOnce(topic, key));
            LOG.infof(
                    "%d messages by two relays: %.0f and %.0f",
                    keys.size() * EACH, published(metrics) - before, published(others));
            assertThat(published(metrics) - before).isPositive();
            assertThat(published(others)).isPositive();
        } finally {
            other.stop(null);
        }
    }

    private static void assertAllOnce(TopicReader topic, String key) {
        await().atMost(20, SECONDS)
                .untilAsserted(() -> assertThat(topic.values(key)).hasSize(EACH));
        assertThat(topic.values(key))
                .containsExactlyElementsOf(LongStream.rangeClosed(1, EACH)
                        .mapToObj(seq -> "{\"id\":\"" + key + "\",\"seq\":" + seq + "}")
                        .toList());
    }

    @Test
    void theTableIsSmallAfterManyMessages() {
        // Given
        int rows = 20_000;
        int number = 96;
        Lane lane = new TestSettings(256, Duration.ofSeconds(5)).lane(number, pool, TopicReader.bootstrapServers());
        long start = System.nanoTime();

        // When
        for (int n = 1; n <= rows / keys.size(); n += 25) {
            Rows.insert(pool, number, keys, n, n + 24);
            lane.wake();
        }
        await().atMost(60, SECONDS).until(() -> Rows.left(pool, number) == 0);

        // Then
        long before = size();
        long seconds = Math.max(1, (System.nanoTime() - start) / 1_000_000_000);
        pool.query("vacuum outbox").execute().await().indefinitely();
        LOG.infof(
                "the table after %d messages in %d s: %d kB, vacuumed %d kB",
                rows, seconds, before / 1024, size() / 1024);
        assertThat(size()).isLessThan(before / 2);
        lane.stop().join();
        lane.close();
    }

    private long size() {
        return Rows.count(pool, "select pg_total_relation_size('outbox')", Tuple.tuple());
    }
}
