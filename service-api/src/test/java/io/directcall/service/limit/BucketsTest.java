package io.directcall.service.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BucketsTest {
    private final ManualClock clock = new ManualClock();

    @Test
    void takesTheRequestsOfAMinuteAtOnceAndSaysWhenThereIsRoomForAnother() {
        // Given
        Buckets buckets = new Buckets(30, clock);
        take(buckets, "ada", 30);

        // When
        Optional<Duration> wait = buckets.take("ada");

        // Then
        assertThat(wait).contains(Duration.ofSeconds(2));
    }

    @Test
    void letsThroughAsTheMinuteGoesOn() {
        // Given
        Buckets buckets = new Buckets(30, clock);
        take(buckets, "ada", 30);
        clock.pass(Duration.ofSeconds(2));

        // When
        Optional<Duration> first = buckets.take("ada");
        Optional<Duration> second = buckets.take("ada");

        // Then
        assertThat(first).isEmpty();
        assertThat(second).isPresent();
    }

    @Test
    void aRefusedRequestTakesNothing() {
        // Given
        Buckets buckets = new Buckets(30, clock);
        take(buckets, "ada", 30);
        IntStream.range(0, 100).forEach(again -> buckets.take("ada"));
        clock.pass(Duration.ofSeconds(2));

        // When
        Optional<Duration> wait = buckets.take("ada");

        // Then
        assertThat(wait).isEmpty();
    }

    @Test
    void countsEachSenderAlone() {
        // Given
        Buckets buckets = new Buckets(1, clock);
        take(buckets, "ada", 1);

        // When
        Optional<Duration> wait = buckets.take("bob");

        // Then
        assertThat(wait).isEmpty();
    }

    @Test
    void zeroIsNoLimitAndRemembersNobody() {
        // Given
        Buckets buckets = new Buckets(0, clock);

        // When
        take(buckets, "ada", 1_000);

        // Then
        assertThat(buckets.size()).isZero();
    }

    @Test
    void remembersNoMoreSendersThanItsBound() {
        // Given
        Buckets buckets = new Buckets(1, clock);

        // When
        IntStream.range(0, Buckets.MOST + 10_000).forEach(sender -> buckets.take("sender-" + sender));

        // Then
        assertThat(buckets.size()).isEqualTo(Buckets.MOST);
    }

    @Test
    void forgetsWhomItHasNotHeardOfForAMinute() {
        // Given
        Buckets buckets = new Buckets(1, clock);
        take(buckets, "ada", 1);

        // When
        clock.pass(Duration.ofSeconds(61));

        // Then
        assertThat(buckets.size()).isZero();
    }

    private static void take(Buckets buckets, String sender, int times) {
        for (int i = 0; i < times; i++) {
            assertThat(buckets.take(sender)).isEmpty();
        }
    }
}
