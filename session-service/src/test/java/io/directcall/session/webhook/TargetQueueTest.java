package io.directcall.session.webhook;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.directcall.session.webhook.Receiver.Behaviour;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Deliveries in a real database, to a server that misbehaves; the clock moves when a test moves it. */
@QuarkusTest
class TargetQueueTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2099-01-01T00:00:00Z"));
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final List<TargetQueue> replicas = new ArrayList<>();
    private Vertx vertx;
    private Receiver receiver;
    private Target target;
    private DeliveryMetrics metrics;

    @Inject
    Pool pool;

    @BeforeEach
    void listen() {
        vertx = Vertx.vertx();
        receiver = new Receiver();
        target = Given.target("test-" + UUID.randomUUID(), receiver.url(), true);
        metrics = new DeliveryMetrics(registry, List.of(target.name()));
    }

    @AfterEach
    void close() throws InterruptedException {
        for (TargetQueue replica : replicas) {
            replica.stop(TIMEOUT.multipliedBy(2));
        }
        receiver.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private Rows rows() {
        return new Rows(pool, target.name());
    }

    private void replica() {
        replica(target);
    }

    private void replica(Target of) {
        var sender = new Sender(vertx, new HttpClientOptions(), 16, Resolver.OF_MACHINE, now::get, TIMEOUT);
        replicas.add(
                new TargetQueue(of, new DeliveryTable(pool), sender, new RetryRules(new Random()), metrics, now::get));
    }

    /** What the sweep of the service does, until the condition holds. */
    private void sweepUntil(Runnable condition) {
        await().atMost(30, SECONDS).pollInSameThread().untilAsserted(() -> {
            replicas.forEach(TargetQueue::wake);
            condition.run();
        });
    }

    private void pass(Duration time) {
        now.updateAndGet(before -> before.plus(time));
    }

    private static String[] bodies(String session, int count) {
        return IntStream.range(0, count).mapToObj(i -> session + "-" + i).toArray(String[]::new);
    }

    private List<String> gotOf(String session) {
        return receiver.bodies().stream()
                .filter(body -> body.startsWith(session + "-"))
                .toList();
    }

    @Test
    void eachSessionIsToldInOrder() {
        // Given
        replica();
        for (int i = 0; i < 10; i++) {
            rows().add("s" + i, now.get(), bodies("s" + i, 10));
        }

        // When
        sweepUntil(() -> assertThat(rows().areAll("delivered")).isTrue());

        // Then
        for (int i = 0; i < 10; i++) {
            assertThat(gotOf("s" + i)).containsExactly(bodies("s" + i, 10));
        }
        assertThat(registry.counter("webhook.attempts", "target", target.name(), "result", "delivered")
                        .count())
                .isEqualTo(100);
    }

    @Test
    void replicasShareTheWorkAndSendEachDeliveryOnce() {
        // Given
        replica();
        replica();
        for (int i = 0; i < 20; i++) {
            rows().add("s" + i, now.get(), bodies("s" + i, 10));
        }

        // When
        sweepUntil(() -> assertThat(rows().areAll("delivered")).isTrue());

        // Then
        assertThat(receiver.got()).hasSize(200);
        for (int i = 0; i < 20; i++) {
            assertThat(gotOf("s" + i)).containsExactly(bodies("s" + i, 10));
        }
    }

    @Test
    void whatIsTriedAgainHoldsBackItsSessionAndNoOther() {
        // Given
        replica();
        receiver.willDecide(got -> Behaviour.status(got.body().equals("bad-0") ? 500 : 200));
        rows().add("bad", now.get(), bodies("bad", 3));
        rows().add("good", now.get(), bodies("good", 3));
        sweepUntil(() -> assertThat(rows().all())
                .contains("bad-0 waiting 1", "bad-1 waiting 0", "good-0 delivered 1", "good-2 delivered 1"));

        // When
        receiver.will(Behaviour.status(200));
        pass(Duration.ofSeconds(3));
        sweepUntil(() -> assertThat(rows().areAll("delivered")).isTrue());

        // Then
        assertThat(gotOf("bad")).containsExactly("bad-0", "bad-0", "bad-1", "bad-2");
        assertThat(rows().attempts()).startsWith("500 answered 500", "200 null");
    }

    @Test
    void nothingIsTriedAgainBeforeItsTime() {
        // Given
        replica();
        receiver.will(Behaviour.retryAfter(503, "120"));
        rows().add("s", now.get(), bodies("s", 1));
        sweepUntil(() -> assertThat(rows().all()).containsExactly("s-0 waiting 1"));
        sweepUntil(() -> assertThat(rows().attempts()).hasSize(1));

        // When
        pass(Duration.ofSeconds(119));
        List<Delivery> early = new DeliveryTable(pool)
                .claim(target.name(), now.get(), TargetQueue.LEASE, 8)
                .await()
                .atMost(TIMEOUT);
        pass(Duration.ofSeconds(1));
        receiver.will(Behaviour.status(204));
        sweepUntil(() -> assertThat(rows().areAll("delivered")).isTrue());

        // Then
        assertThat(early).isEmpty();
        assertThat(receiver.got()).hasSize(2);
        assertThat(receiver.got())
                .extracting(Receiver.Got::id)
                .containsOnly(receiver.got().getFirst().id());
    }

    @Test
    void aNewEventOfAHeldBackSessionWaitsToo() {
        // Given
        replica();
        receiver.will(Behaviour.retryAfter(503, "120"));
        rows().add("s", now.get(), "s-0");
        sweepUntil(() -> assertThat(rows().attempts()).hasSize(1));

        // When
        receiver.will(Behaviour.status(200));
        rows().add("s", now.get(), "s-1");
        List<Delivery> early = new DeliveryTable(pool)
                .claim(target.name(), now.get(), TargetQueue.LEASE, 8)
                .await()
                .atMost(TIMEOUT);
        pass(Duration.ofSeconds(121));
        sweepUntil(() -> assertThat(rows().areAll("delivered")).isTrue());

        // Then
        assertThat(early).isEmpty();
        assertThat(receiver.bodies()).containsExactly("s-0", "s-0", "s-1");
    }

    @Test
    void whatBreaksIsTriedAgain() {
        // Given
        replica();
        var attempts = new AtomicInteger();
        receiver.willDecide(got -> switch (attempts.getAndIncrement()) {
            case 0 -> Behaviour.hang();
            case 1 -> Behaviour.closeUnanswered();
            case 2 -> Behaviour.redirect("http://169.254.169.254/latest/meta-data");
            default -> Behaviour.closeMidAnswer();
        });
        rows().add("s", now.get(), bodies("s", 1));

        // When
        for (int i = 1; i <= 4; i++) {
            int ended = i;
            sweepUntil(() -> assertThat(rows().attempts()).hasSize(ended));
            pass(Duration.ofSeconds(20));
        }

        // Then
        assertThat(rows().all()).containsExactly("s-0 delivered 4");
        assertThat(rows().attempts()).element(0).isEqualTo("null no answer within 2 s");
        assertThat(rows().attempts()).element(2).isEqualTo("302 answered 302");
    }

    @Test
    void afterADayItFailsAndTheNextGoesOn() {
        // Given
        replica();
        receiver.willDecide(got -> Behaviour.status(got.body().equals("s-0") ? 500 : 200));
        rows().add("s", now.get(), "s-0");
        pass(Duration.ofHours(23));
        rows().add("s", now.get(), "s-1");

        // When
        sweepUntil(() -> {
            pass(Duration.ofMinutes(10));
            assertThat(rows().areAll("waiting")).isFalse();
        });
        sweepUntil(() -> assertThat(rows().all().getLast()).startsWith("s-1 delivered"));

        // Then
        assertThat(rows().all().getFirst()).startsWith("s-0 failed");
    }

    @Test
    void aTargetThatIsGoneIsNotAskedAgain() {
        // Given
        replica();
        receiver.will(Behaviour.status(410));
        rows().add("s", now.get(), bodies("s", 2));

        // When
        sweepUntil(() -> assertThat(rows().areAll("failed")).isTrue());

        // Then
        assertThat(receiver.bodies()).containsExactly("s-0", "s-1");
    }

    @Test
    void aReplicaThatDiesIsFollowedByAnotherAfterItsLease() {
        // Given
        var table = new DeliveryTable(pool);
        rows().add("s", now.get(), bodies("s", 2));
        List<Delivery> ofTheDead = table.claim(target.name(), now.get(), TargetQueue.LEASE, 8)
                .await()
                .atMost(TIMEOUT);
        replica();
        pass(TargetQueue.LEASE.minusSeconds(1));
        List<Delivery> early = table.claim(target.name(), now.get(), TargetQueue.LEASE, 8)
                .await()
                .atMost(TIMEOUT);

        // When
        pass(Duration.ofSeconds(1));
        sweepUntil(() -> assertThat(rows().areAll("delivered")).isTrue());

        // Then
        assertThat(ofTheDead).hasSize(1);
        assertThat(early).isEmpty();
        assertThat(receiver.bodies()).containsExactly("s-0", "s-1");
        assertThat(rows().all()).containsExactly("s-0 delivered 2", "s-1 delivered 1");
    }

    @Test
    void whoLostItsClaimChangesNothing() {
        // Given
        var table = new DeliveryTable(pool);
        rows().add("s", now.get(), bodies("s", 1));
        Delivery lost = table.claim(target.name(), now.get(), TargetQueue.LEASE, 8)
                .await()
                .atMost(TIMEOUT)
                .getFirst();
        pass(TargetQueue.LEASE);
        replica();
        sweepUntil(() -> assertThat(rows().areAll("delivered")).isTrue());

        // When
        boolean ended = table.end(lost, Attempt.broken("late"), new Verdict.Failed(), now.get(), Duration.ZERO)
                .await()
                .atMost(TIMEOUT);

        // Then
        assertThat(ended).isFalse();
        assertThat(rows().all()).containsExactly("s-0 delivered 2");
    }

    @Test
    void aDeadTargetIsAskedByAFewAndSlowsNoOther() {
        // Given
        receiver.will(Behaviour.hang());
        replica();
        for (int i = 0; i < 30; i++) {
            rows().add("dead-" + i, now.get(), "dead");
        }
        await().atMost(10, SECONDS).pollInSameThread().untilAsserted(() -> {
            replicas.forEach(TargetQueue::wake);
            assertThat(receiver.got()).hasSize(TargetQueue.SLOTS);
        });
        try (Receiver alive = new Receiver()) {
            Target other = Given.target("test-" + UUID.randomUUID(), alive.url(), true);
            Rows ofOther = new Rows(pool, other.name());
            ofOther.add("alive", now.get(), bodies("alive", 20));
            replica(other);

            // When
            replicas.getLast().wake();
            await().atMost(10, SECONDS).until(() -> ofOther.areAll("delivered"));

            // Then
            assertThat(rows().areAll("waiting")).isTrue();
            assertThat(alive.bodies()).containsExactly(bodies("alive", 20));
        }
    }

    @Test
    void theBacklogSaysHowManyWaitAndForHowLong() {
        // Given
        rows().add("s", now.get(), bodies("s", 3));
        pass(Duration.ofSeconds(90));

        // When
        metrics.take(new DeliveryTable(pool).backlogs(now.get()).await().atMost(TIMEOUT));

        // Then
        assertThat(registry.get("webhook.waiting").gauge().value()).isEqualTo(3);
        assertThat(registry.get("webhook.oldest").gauge().value()).isEqualTo(90);
    }

    @Test
    void whatWaitsForATargetThatIsNoMoreIsGivenUpAfterItsDay() {
        // Given
        rows().add("s", now.get(), bodies("s", 1));
        var table = new DeliveryTable(pool);
        List<String> others = List.of("other");
        table.giveUpOrphans(now.get(), others).await().atMost(TIMEOUT);
        List<String> within = rows().all();
        pass(Duration.ofHours(25));

        // When
        table.giveUpOrphans(now.get(), List.of(target.name())).await().atMost(TIMEOUT);
        List<String> configured = rows().all();
        table.giveUpOrphans(now.get(), others).await().atMost(TIMEOUT);

        // Then
        assertThat(within).isEqualTo(configured).containsExactly("s-0 waiting 0");
        assertThat(rows().all()).containsExactly("s-0 failed 0");
    }

    @Test
    void whatWasDeliveredIsRemovedLater() {
        // Given
        replica();
        rows().add("s", now.get(), bodies("s", 1));
        sweepUntil(() -> assertThat(rows().areAll("delivered")).isTrue());
        var table = new DeliveryTable(pool);

        // When
        table.removeFinished(now.get(), 1_000).await().atMost(TIMEOUT);
        List<String> before = rows().all();
        table.removeFinished(now.get().plusMillis(1), 1_000).await().atMost(TIMEOUT);

        // Then
        assertThat(before).hasSize(1);
        assertThat(rows().all()).isEmpty();
    }
}
