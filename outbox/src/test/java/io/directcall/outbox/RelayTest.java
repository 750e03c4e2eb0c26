package io.directcall.outbox;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.directcall.outbox.Counters.Counted;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RelayTest {
    private static final Logger LOG = Logger.getLogger(RelayTest.class);

    @Inject
    Counters counters;

    @Inject
    Pool pool;

    private final TopicReader topic = new TopicReader();
    private final String key = "counter-" + UUID.randomUUID();

    @AfterEach
    void close() {
        topic.close();
    }

    private static String json(String id, long seq) {
        return "{\"id\":\"" + id + "\",\"seq\":" + seq + "}";
    }

    private void assertPublished(String id, long upTo) {
        await().atMost(20, SECONDS)
                .untilAsserted(() -> assertThat(topic.values(id)).hasSize((int) upTo));
        assertThat(topic.values(id))
                .containsExactlyElementsOf(LongStream.rangeClosed(1, upTo)
                        .mapToObj(seq -> json(id, seq))
                        .toList());
    }

    private long rowsLeft() {
        return pool.query("select count(*) from outbox")
                .execute()
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getLong(0);
    }

    @Test
    void aCommittedMessageIsPublishedAndItsRowGone() {
        // Given
        counters.create(key);

        // When
        counters.count(key);

        // Then
        assertPublished(key, 1);
        await().atMost(5, SECONDS).until(() -> rowsLeft() == 0);
    }

    @Test
    void timesAreWrittenAsTextAndNullsLeftOut() {
        // Given
        record Timed(Instant at, String missing) {}
        counters.create(key);

        // When
        counters.count(key, seq -> new Timed(Instant.parse("2026-01-01T10:00:00.5Z"), null));

        // Then
        await().atMost(10, SECONDS)
                .untilAsserted(
                        () -> assertThat(topic.values(key)).containsExactly("{\"at\":\"2026-01-01T10:00:00.500Z\"}"));
    }

    @Test
    void aNullPayloadIsATombstone() {
        // Given
        counters.create(key);
        counters.count(key);

        // When
        counters.count(key, seq -> null);

        // Then
        await().atMost(10, SECONDS)
                .untilAsserted(() -> assertThat(topic.values(key)).containsExactly(json(key, 1), null));
    }

    @Test
    void aTransactionThatFailsPublishesNothing() {
        // Given
        counters.create(key);
        assertThatThrownBy(() -> counters.count(key, seq -> {
                    throw new IllegalStateException("changed its mind");
                }))
                .hasMessageContaining("changed its mind");

        // When
        counters.count(key);

        // Then
        assertPublished(key, 1);
    }

    @Test
    void aMessageThatCannotBeWrittenFailsItsTransactionAlone() {
        // Given
        counters.create(key);

        // When
        assertThatThrownBy(() -> counters.count(key, seq -> new Object())).isInstanceOf(IllegalArgumentException.class);

        // Then
        assertThat(counters.seq(key)).isZero();
        counters.count(key);
        assertPublished(key, 1);
    }

    @Test
    void aMessageThatIsTooLargeFailsItsTransactionAlone() {
        // Given
        counters.create(key);

        // When
        assertThatThrownBy(() -> counters.count(key, seq -> new Counted("x".repeat(1_000_000), seq)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("too large");

        // Then
        counters.count(key);
        assertPublished(key, 1);
    }

    @Test
    void eachKeyKeepsItsOrderWhileManyWriteAndTwoReplicasPublish() throws Exception {
        // Given
        List<String> keys = IntStream.range(0, 10).mapToObj(i -> key + "-" + i).toList();
        keys.forEach(counters::create);
        var settings = new TestSettings(256, Duration.ofSeconds(5));
        List<Lane> lanes = IntStream.range(0, Lanes.COUNT)
                .mapToObj(number -> settings.lane(number, pool, TopicReader.bootstrapServers()))
                .toList();
        var wakeUps = new WakeUps(pool, lane -> lanes.get(lane).wake());
        wakeUps.start();
        List<Callable<Void>> writers = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            String id = keys.get(i % keys.size());
            writers.add(() -> {
                counters.count(id);
                return null;
            });
        }

        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            // When
            threads.invokeAll(writers);

            // Then
            keys.forEach(id -> assertPublished(id, 20));
        } finally {
            lanes.forEach(lane -> lane.stop().join());
            wakeUps.stop().await().indefinitely();
            lanes.forEach(Lane::close);
        }
    }

    @Test
    void theListenerComesBackWhenItsConnectionIsLost() {
        // Given
        counters.create(key);
        counters.count(key);
        assertPublished(key, 1);

        // When
        pool.query("select pg_terminate_backend(pid) from pg_stat_activity"
                        + " where datname = current_database() and query ilike 'listen %'")
                .execute()
                .await()
                .indefinitely();

        // Then
        counters.count(key);
        assertPublished(key, 2);
        counters.count(key);
        assertPublished(key, 3);
    }

    @Test
    void aMessageIsOnTheTopicWithinMilliseconds() {
        // Given
        counters.create(key);
        counters.count(key);
        assertPublished(key, 1);
        List<Long> millis = new ArrayList<>();

        // When
        for (int seq = 2; seq <= 301; seq++) {
            int expected = seq;
            counters.count(key);
            long committed = System.currentTimeMillis();
            await().pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(1))
                    .until(() -> topic.values(key).size() == expected);
            millis.add(Math.max(0, topic.lastAppended() - committed));
        }

        // Then
        List<Long> warm = millis.subList(100, 300).stream().sorted().toList();
        LOG.infof("commit to broker: p50 %d ms, p90 %d ms, p99 %d ms", warm.get(100), warm.get(180), warm.get(198));
        assertThat(warm.get(100)).as("p50 in ms, far below the sweep").isLessThan(500);
    }
}
