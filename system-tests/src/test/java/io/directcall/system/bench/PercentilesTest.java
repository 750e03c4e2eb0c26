package io.directcall.system.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class PercentilesTest {
    private final Histogram histogram = Percentiles.histogram();

    @Test
    void timesAreToldInMilliseconds() {
        // Given
        for (int ms = 1; ms <= 1_000; ms++) {
            Percentiles.record(histogram, Duration.ofMillis(ms));
        }

        // When
        Percentiles percentiles = Percentiles.of(histogram);

        // Then
        assertThat(percentiles.count()).isEqualTo(1_000);
        assertThat(percentiles.p50()).isCloseTo(500, within(1.0));
        assertThat(percentiles.p90()).isCloseTo(900, within(1.0));
        assertThat(percentiles.p95()).isCloseTo(950, within(1.0));
        assertThat(percentiles.p99()).isCloseTo(990, within(1.0));
        assertThat(percentiles.p999()).isCloseTo(999, within(1.0));
        assertThat(percentiles.max()).isCloseTo(1_000, within(1.0));
    }

    @Test
    void whatNeverArrivedDoesNotBreakTheHistogram() {
        // When
        Percentiles.record(histogram, Duration.ofDays(1));

        // Then
        assertThat(Percentiles.of(histogram).max()).isCloseTo(600_000, within(600.0));
    }

    @Test
    void eachRowHasItsName() {
        // Given
        Percentiles.record(histogram, Duration.ofMillis(12));

        // When
        String table = Percentiles.table(Map.of("join", Percentiles.of(histogram)));

        // Then
        assertThat(table.lines().toList().get(1)).matches("join +1( +12\\.0){6}");
    }
}
