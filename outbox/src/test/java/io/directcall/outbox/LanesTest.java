package io.directcall.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LanesTest {
    @Test
    void keysSpreadOverAllLanes() {
        // Given
        Stream<String> keys =
                Stream.generate(() -> UUID.randomUUID().toString()).limit(1_000);

        // When
        Stream<Integer> lanes = keys.map(Lanes::of).distinct();

        // Then
        assertThat(lanes).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 7);
    }

    @Test
    void aKeyWhoseHashIsNegativeHasALane() {
        // Given
        String key = "polygenelubricants";
        assertThat(key.hashCode()).isNegative();

        // When
        int lane = Lanes.of(key);

        // Then
        assertThat(lane).isBetween(0, Lanes.COUNT - 1);
    }
}
