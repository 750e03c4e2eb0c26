package io.directcall.outbox;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

/** Lanes whose broker can't be reached while a gate is shut. The application's own relay has no such lanes. */
@QuarkusTest
class KafkaAwayTest {
    private static final Logger LOG = Logger.getLogger(KafkaAwayTest.class);
    private static final TestSettings SETTINGS = new TestSettings(256, Duration.ofSeconds(1));
    private static final int EACH = 1_000;

    @Inject
    Pool pool;

    private final List<String> keys =
            IntStream.range(0, 10).mapToObj(i -> "away-" + UUID.randomUUID()).toList();

    @Test
    void allComesOnceAndInOrderWhenKafkaIsBack() throws Exception {
        // Given
        int number = 98;
        try (Gate gate = new Gate(TopicReader.bootstrapServers());
                TopicReader topic = new TopicReader()) {
            gate.open();
            Lane lane = SETTINGS.lane(number, pool, gate.address());
            Rows.insert(pool, number, keys, 1, 1);
            lane.wake();
            await().atMost(20, SECONDS).until(() -> Rows.left(pool, number) == 0);
            gate.shut();

            // When
            for (int n = 2; n <= EACH; n++) {
                Rows.insert(pool, number, keys, n, n);
                lane.wake();
            }
            assertThat(Rows.left(pool, number)).isEqualTo((EACH - 1L) * keys.size());
            long back = System.nanoTime();
            gate.open();

            // Then
            await().atMost(60, SECONDS).until(() -> Rows.left(pool, number) == 0);
            LOG.infof(
                    "%d messages %d ms after Kafka came back",
                    EACH * keys.size(), (System.nanoTime() - back) / 1_000_000);
            for (String key : keys) {
                await().atMost(10, SECONDS).until(() -> topic.values(key).size() >= EACH);
                assertThat(topic.values(key)).containsExactlyElementsOf(Rows.payloads(1, EACH));
            }
            lane.stop().join();
            lane.close();
        }
    }

    /** A broker that knows nothing of a producer takes the second of its requests though it refused the first. */
    @Test
    void nothingOvertakesWhatAStartingBrokerRefuses() throws Exception {
        // Given
        int number = 96;
        String key = "refused-" + UUID.randomUUID();
        try (Gate gate = new Gate(TopicReader.bootstrapServers());
                TopicReader topic = new TopicReader()) {
            gate.open();
            gate.refuseAppend();
            Lane lane = SETTINGS.lane(number, pool, gate.address());
            Rows.insert(pool, number, List.of(key), 1, 50);

            // When
            lane.wake();

            // Then
            await().atMost(20, SECONDS).until(() -> Rows.left(pool, number) == 0);
            assertThat(gate.hasRefused()).isTrue();
            await().atMost(10, SECONDS).until(() -> topic.values(key).contains("{\"n\":50}"));
            assertThat(topic.values(key).stream().distinct()).containsExactlyElementsOf(Rows.payloads(1, 50));
            lane.stop().join();
            lane.close();
        }
    }

    @Test
    void theLaneTakesNoDatabaseConnectionWhileKafkaIsAway() throws Exception {
        // Given
        int number = 97;
        Rows.insert(pool, number, keys, 1, 1);
        try (Gate gate = new Gate(TopicReader.bootstrapServers())) {
            Lane lane = SETTINGS.lane(number, pool, gate.address());

            // When
            lane.wake();

            // Then
            await().atMost(10, SECONDS).until(() -> Hold.locked(pool, number));
            await().atMost(10, SECONDS).until(() -> !Hold.locked(pool, number));
            await().during(Duration.ofSeconds(3)).atMost(4, SECONDS).until(() -> !Hold.locked(pool, number));
            lane.stop().join();
            lane.close();
        }
        pool.query("delete from outbox where lane = " + number)
                .execute()
                .await()
                .indefinitely();
    }
}
