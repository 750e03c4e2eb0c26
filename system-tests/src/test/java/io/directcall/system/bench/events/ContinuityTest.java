package io.directcall.system.bench.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.directcall.system.bench.events.Continuity.Verdict;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ContinuityTest {
    private final Continuity continuity = new Continuity();

    private void take(long... seqs) {
        LongStream.of(seqs).forEach(continuity::take);
    }

    @Test
    void eachOnceAndInOrderIsAllRight() {
        // When
        take(1, 2, 3);

        // Then
        assertThat(continuity.lost(3)).isZero();
        assertThat(continuity.repeated()).isZero();
        assertThat(continuity.outOfOrder()).isZero();
    }

    @Test
    void whatIsSkippedOrMissingAtTheEndIsLost() {
        // When
        take(1, 4);

        // Then
        assertThat(continuity.lost(6)).isEqualTo(4);
    }

    @Test
    void whatComesLateIsOutOfOrderAndNotLost() {
        // When
        take(1, 3, 2);

        // Then
        assertThat(continuity.lost(3)).isZero();
        assertThat(continuity.outOfOrder()).isEqualTo(1);
        assertThat(continuity.repeated()).isZero();
    }

    @Test
    void whatComesAgainIsRepeated() {
        // Given
        take(1, 2, 3);

        // When
        Verdict verdict = continuity.take(2);

        // Then
        assertThat(verdict).isEqualTo(Verdict.REPEATED);
        assertThat(continuity.repeated()).isEqualTo(1);
    }
}
