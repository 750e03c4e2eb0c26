package io.directcall.outbox;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A relay in a process of its own stands between two of its steps and is killed there, while another replica's relay tries for the lane.
 * Rows come before and after. The application's own relay has no such lanes.
 */
@QuarkusTest
class KillTest {
    /** Rows for each key before the kill; more than one batch. */
    static final int BEFORE = 60;

    static final int KEYS = 3;
    private static final int ALL = 90;
    private static final int FIRST_SLOW_LANE = 1_000;
    private static final AtomicInteger TESTS = new AtomicInteger();
    private static final Logger LOG = Logger.getLogger(KillTest.class);
    private static final TestSettings SURVIVOR = new TestSettings(100, Duration.ofSeconds(3));

    @Inject
    Pool pool;

    private final List<String> keys =
            IntStream.range(0, KEYS).mapToObj(i -> "kill-" + UUID.randomUUID()).toList();
    private final int lane = FIRST_SLOW_LANE + TESTS.getAndIncrement();
    private final ScheduledExecutorService sweep = Executors.newSingleThreadScheduledExecutor();
    private TopicReader topic;
    private Gate gate;

    @BeforeEach
    void open() throws Exception {
        topic = new TopicReader();
        gate = new Gate(TopicReader.bootstrapServers());
        gate.open();
    }

    @AfterEach
    void close() {
        sweep.shutdownNow();
        gate.close();
        topic.close();
    }

    /** Kills a relay at a step. */
    private interface Blow {
        void strike(RelayProcess relay) throws Exception;
    }

    @ParameterizedTest
    @EnumSource(Hold.class)
    void aProcessThatIsKilledLosesNothing(Hold hold) throws Exception {
        strikeAt(hold, "SIGKILL", RelayProcess::kill, relay -> {});
    }

    /** At some of the steps: what the relay has in mind survives, so there are fewer ways to be wrong than with a process that is gone. */
    @ParameterizedTest
    @EnumSource(names = {"READ", "PARTLY_ARRIVED", "DELETED"})
    void aRelayWhoseConnectionIsKilledLosesNothing(Hold hold) throws Exception {
        strikeAt(hold, "connection killed", relay -> killConnection(), relay -> {});
    }

    @Test
    void aProcessThatStandsStillKeepsTheLaneFromNobodyAndComesTooLate() throws Exception {
        strikeAt(Hold.PARTLY_ARRIVED, "frozen", RelayProcess::freeze, relay -> {
            gate.release();
            relay.thaw();
            await().atMost(10, SECONDS).until(() -> repeats() > 0);
        });
    }

    private void killConnection() {
        pool.query("select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and objid = " + lane)
                .execute()
                .await()
                .indefinitely();
    }

    private void strikeAt(Hold hold, String how, Blow blow, Blow afterwards) throws Exception {
        // Given
        Rows.insert(pool, lane, keys, 1, BEFORE);
        SqlConnection holder = pool.getConnection().await().indefinitely();
        holder.query("begin").execute().await().indefinitely();
        hold.begin(holder, gate, lane);
        try (RelayProcess relay = new RelayProcess(lane, gate.address())) {
            await().atMost(30, SECONDS).pollInterval(Duration.ofMillis(5)).until(() -> hold.reached(pool, gate, lane));
            Lane survivor = SURVIVOR.lane(lane, pool, TopicReader.bootstrapServers());
            var unused = sweep.scheduleWithFixedDelay(survivor::wake, 0, 100, TimeUnit.MILLISECONDS);

            // When
            blow.strike(relay);
            holder.query("rollback").execute().chain(holder::close).await().indefinitely();
            long struck = System.nanoTime();
            Rows.insert(pool, lane, keys, BEFORE + 1, ALL);

            // Then
            await().atMost(30, SECONDS).until(() -> Rows.left(pool, lane) == 0);
            long took = (System.nanoTime() - struck) / 1_000_000;
            afterwards.strike(relay);
            keys.forEach(this::assertWholeAndInOrder);
            int repeats =
                    keys.stream().mapToInt(key -> topic.values(key).size()).sum() - KEYS * ALL;
            LOG.infof("%s %s: all published %d ms later, %d of %d repeated", hold, how, took, repeats, KEYS * ALL);
            sweep.shutdownNow();
            survivor.stop().join();
            survivor.close();
        }
    }

    private int repeats() {
        return keys.stream().mapToInt(key -> topic.values(key).size()).sum() - KEYS * ALL;
    }

    private void assertWholeAndInOrder(String key) {
        await().atMost(10, SECONDS)
                .until(() -> topic.values(key).stream().distinct().count() == ALL);
        assertThat(topic.values(key).stream().distinct()).containsExactlyElementsOf(Rows.payloads(1, ALL));
    }
}
