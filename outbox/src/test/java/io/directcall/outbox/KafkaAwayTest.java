package io.directcall.outbox;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A lane whose broker can't be reached until a gate opens. The application's own relay has no such lane. */
@QuarkusTest
class KafkaAwayTest {
    private static final int ROWS = 600;
    private static final int LANE = 98;

    @Inject
    Pool pool;

    @Inject
    OutboxConfig config;

    @Test
    void nothingIsLostAndAllComesInOrderWhenKafkaIsBack() throws Exception {
        // Given
        String key = "away-" + UUID.randomUUID();
        IntStream.rangeClosed(1, ROWS).forEach(n -> Rows.insert(pool, LANE, key, n));
        try (Gate gate = new Gate(TopicReader.bootstrapServers());
                TopicReader topic = new TopicReader()) {
            var publisher =
                    new RowPublisher(Map.of("bootstrap.servers", "127.0.0.1:" + gate.port()), TopicReader.prefix());
            var lane = new Lane(LANE, pool, publisher, config);
            lane.wake();
            await().during(Duration.ofSeconds(4))
                    .atMost(Duration.ofSeconds(6))
                    .until(() -> Rows.left(pool, key) == ROWS);

            // When
            gate.open();

            // Then
            await().atMost(30, SECONDS).until(() -> Rows.left(pool, key) == 0);
            await().atMost(10, SECONDS)
                    .untilAsserted(() -> assertThat(topic.values(key)).hasSizeGreaterThanOrEqualTo(ROWS));
            List<String> firstOccurrences =
                    topic.values(key).stream().distinct().toList();
            assertThat(firstOccurrences)
                    .containsExactlyElementsOf(IntStream.rangeClosed(1, ROWS)
                            .mapToObj(n -> "{\"n\":" + n + "}")
                            .toList());
            lane.stop().join();
            publisher.close();
        }
    }
}
