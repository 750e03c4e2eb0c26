package io.directcall.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.directcall.outbox.OutboxTable.Backlog;
import io.micrometer.core.instrument.MockClock;
import io.micrometer.core.instrument.simple.SimpleConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RelayMetricsTest {
    private final MockClock clock = new MockClock();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry(SimpleConfig.DEFAULT, clock);
    private final RelayMetrics metrics = new RelayMetrics(registry);

    private double gauge(String name) {
        return registry.get(name).gauge().value();
    }

    @Test
    void theOldestRowOfAllLanesIsTheLag() {
        // When
        metrics.swept(List.of(new Backlog(1, 5, 0.5), new Backlog(4, 7, 12.5)));

        // Then
        assertThat(gauge("outbox.rows")).isEqualTo(12);
        assertThat(gauge("outbox.lag")).isEqualTo(12.5);
    }

    @Test
    void theLagGrowsWhileTheDatabaseIsAway() {
        // Given
        metrics.swept(List.of(new Backlog(1, 5, 2)));

        // When
        clock.add(Duration.ofSeconds(60));

        // Then
        assertThat(gauge("outbox.lag")).isCloseTo(62, within(1e-6));
        assertThat(gauge("outbox.sweep.age")).isCloseTo(60, within(1e-6));
    }

    @Test
    void anEmptyTableHasNoLagHoweverLongAgoItWasSeen() {
        // Given
        metrics.swept(List.of(new Backlog(1, 5, 2)));
        metrics.swept(List.of());

        // When
        clock.add(Duration.ofSeconds(60));

        // Then
        assertThat(gauge("outbox.lag")).isZero();
        assertThat(gauge("outbox.rows")).isZero();
        assertThat(gauge("outbox.sweep.age")).isCloseTo(60, within(1e-6));
    }
}
