package io.directcall.media.ownership;

import static org.assertj.core.api.Assertions.assertThat;

import io.directcall.media.testing.MovedClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DrainPaceTest {
    private static final String BRIDGE = "http://bridge";

    private final MovedClock clock = new MovedClock();
    private final DrainPace pace = new DrainPace(clock, 5);

    @Test
    void letsSomeLeaveASecondUntilAllHaveLeft() {
        // Given
        var there =
                new ArrayList<>(IntStream.range(0, 12).mapToObj(i -> "s" + i).toList());
        var counts = new ArrayList<Integer>();

        // When
        while (!there.isEmpty()) {
            List<String> next = pace.next(BRIDGE, there);
            there.removeAll(next);
            counts.add(next.size());
            clock.forward(Duration.ofSeconds(1));
        }

        // Then
        assertThat(counts).containsExactly(5, 5, 2);
    }

    @Test
    void tellsOneThatStaysAgainAfterAWhile() {
        // Given
        List<String> there = List.of("s");
        pace.next(BRIDGE, there);
        clock.forward(Duration.ofSeconds(5));
        assertThat(pace.next(BRIDGE, there)).isEmpty();

        // When
        clock.forward(Duration.ofSeconds(6));

        // Then
        assertThat(pace.next(BRIDGE, there)).containsExactly("s");
    }

    @Test
    void doesNotMakeUpForTimeInWhichNobodyLooked() {
        // Given
        List<String> many = IntStream.range(0, 100).mapToObj(i -> "s" + i).toList();
        pace.next(BRIDGE, many);

        // When
        clock.forward(Duration.ofMinutes(5));

        // Then
        assertThat(pace.next(BRIDGE, many)).hasSize(5);
    }

    @Test
    void countsEachBridgeForItself() {
        // Given
        List<String> first = IntStream.range(0, 9).mapToObj(i -> "a" + i).toList();
        List<String> second = IntStream.range(0, 9).mapToObj(i -> "b" + i).toList();

        // When
        pace.next(BRIDGE, first);

        // Then
        assertThat(pace.next("http://other", second)).hasSize(5);
    }
}
