package io.directcall.system.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class InterruptionTest {
    @Test
    void isTheLongestThatEndedAfterTheIncident() {
        // Given
        List<Double> frames = List.of(0.0, 900.0, 1_000.0, 1_100.0, 1_700.0, 1_900.0);

        // When
        var longest = Interruption.longest(frames, 1_050);

        // Then
        assertThat(longest).contains(new Interruption(1_100, 1_700));
        assertThat(longest.orElseThrow().millis()).isEqualTo(600);
    }

    @Test
    void countsFromTheLastFrameBeforeTheIncident() {
        // When
        var longest = Interruption.longest(List.of(0.0, 200.0, 3_000.0), 300);

        // Then
        assertThat(longest).contains(new Interruption(200, 3_000));
    }

    @Test
    void isUnknownWithoutAFrameAfterTheIncident() {
        // When
        var longest = Interruption.longest(List.of(0.0, 200.0), 300);

        // Then
        assertThat(longest).isEmpty();
    }
}
