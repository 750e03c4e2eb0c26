package io.directcall.outbox;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(SweepTest.Often.class)
class SweepTest {
    /** Sweeps several times a second. */
    public static final class Often implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("directcall.outbox.sweep-interval", "0.2s");
        }
    }

    @Inject
    Pool pool;

    @Inject
    MeterRegistry metrics;

    @Test
    void aRowThatWokeNobodyIsFound() {
        // Given
        String key = "swept-" + UUID.randomUUID();

        try (TopicReader topic = new TopicReader()) {
            // When
            Rows.insert(pool, Lanes.of(key), key, 1);

            // Then
            await().atMost(10, SECONDS)
                    .untilAsserted(() -> assertThat(topic.values(key)).containsExactly("{\"n\":1}"));
        }
    }

    @Test
    void theAgeOfTheOldestRowIsMeasured() {
        // Given
        String lane = "insert into outbox (lane, topic, message_key, payload, created_at)"
                + " values (99, 'SESSION_EVENTS', 'nobody', '{}', clock_timestamp() - interval '1 hour')";

        // When
        pool.query(lane).execute().await().indefinitely();

        // Then
        await().atMost(10, SECONDS)
                .untilAsserted(() ->
                        assertThat(metrics.get("outbox.lag").gauge().value()).isGreaterThan(3_599));
        assertThat(metrics.get("outbox.rows").gauge().value()).isPositive();
        pool.query("delete from outbox where lane = 99").execute().await().indefinitely();
    }
}
