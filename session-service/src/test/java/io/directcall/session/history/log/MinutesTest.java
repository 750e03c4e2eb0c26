package io.directcall.session.history.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MinutesTest {
    private static final Instant TEN = Instant.parse("2026-01-01T10:00:00Z");

    @Test
    void aSecondIsAFractionOfAMinute() {
        assertThat(Minutes.of(Duration.ofSeconds(19))).isEqualTo(0.3167);
        assertThat(Minutes.of(Duration.ofMinutes(90))).isEqualTo(90.0);
    }

    @Test
    void theClockGoesOnBeyondADay() {
        assertThat(Minutes.clock(Duration.ofSeconds(19))).isEqualTo("00:00:19");
        assertThat(Minutes.clock(Duration.ofHours(30).plusMinutes(2))).isEqualTo("30:02:00");
    }

    @Test
    void aClockThatIsBehindMakesNoNegativeMinutes() {
        // When
        Minutes minutes = Minutes.between(TEN, TEN.minusSeconds(2), Optional.of(TEN.minusSeconds(60)));

        // Then
        assertThat(minutes).isEqualTo(Minutes.NONE);
    }
}
