package io.directcall.infra.lease;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class IdleClockTest {

    private Instant now = Instant.EPOCH;
    private final IdleClock clock = new IdleClock(() -> now);

    @Test
    void theStartCountsAsUse() {
        // When
        now = now.plusSeconds(9);

        // Then
        assertThat(clock.idleFor(Duration.ofSeconds(10))).isFalse();
        assertThat(clock.idleFor(Duration.ofSeconds(9))).isTrue();
    }

    @Test
    void oneHolderKeepsItBusy() {
        // Given
        clock.enter();
        clock.enter();
        clock.leave();

        // When
        now = now.plusSeconds(100);

        // Then
        assertThat(clock.idleFor(Duration.ofSeconds(10))).isFalse();
    }

    @Test
    void theTimeRunsFromTheLastHolder() {
        // Given
        clock.enter();
        now = now.plusSeconds(100);
        clock.leave();

        // When
        now = now.plusSeconds(10);

        // Then
        assertThat(clock.idleFor(Duration.ofSeconds(10))).isTrue();
        assertThat(clock.idleFor(Duration.ofSeconds(11))).isFalse();
    }
}
