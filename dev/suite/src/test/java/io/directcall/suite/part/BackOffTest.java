package io.directcall.suite.part;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackOffTest {
    private final BackOff backOff = new BackOff();

    @Test
    void waits_longer_each_time_up_to_a_limit() {
        // Given
        Duration previous = backOff.after(Duration.ZERO);

        // When
        Duration last = previous;
        for (int i = 0; i < 20; i++) {
            last = backOff.after(Duration.ofSeconds(1));
            assertThat(last).isGreaterThanOrEqualTo(previous);
            previous = last;
        }

        // Then
        assertThat(last).isEqualTo(BackOff.LONGEST);
    }

    @Test
    void forgets_after_a_good_run() {
        // Given
        backOff.after(Duration.ZERO);
        backOff.after(Duration.ZERO);

        // When
        Duration pause = backOff.after(BackOff.RAN_WELL);

        // Then
        assertThat(pause).isEqualTo(BackOff.FIRST);
    }
}
