package io.directcall.media.bridge.selection;

import static org.assertj.core.api.Assertions.assertThat;

import io.directcall.media.bridge.selection.SelectionStrategy.Candidate;
import java.util.List;
import org.junit.jupiter.api.Test;

class LeastStressTest {
    private final LeastStress strategy = new LeastStress("eu");

    @Test
    void prefersTheOwnRegionThoughAnotherIsIdle() {
        assertThat(strategy.choose(List.of(new Candidate("a", "us", 0, 0), new Candidate("b", "eu", 0.8, 10))))
                .contains("b");
    }

    @Test
    void leavesTheRegionWhenItsBridgesAreOverloaded() {
        assertThat(strategy.choose(List.of(new Candidate("a", "us", 0.9, 0), new Candidate("b", "eu", 0.8, 20))))
                .contains("a");
    }

    @Test
    void staysInTheRegionWhenAllAreOverloaded() {
        assertThat(strategy.choose(List.of(new Candidate("a", "us", 1.1, 0), new Candidate("b", "eu", 1.2, 0))))
                .contains("b");
    }

    @Test
    void countsWhatWasPlacedRecently() {
        assertThat(strategy.choose(List.of(new Candidate("a", "eu", 0.1, 11), new Candidate("b", "eu", 0.2, 0))))
                .contains("b");
    }

    @Test
    void takesABridgeThatTellsNoRegionForFarAway() {
        assertThat(strategy.choose(List.of(new Candidate("a", null, 0, 0), new Candidate("b", "eu", 0.5, 0))))
                .contains("b");
    }

    @Test
    void choosesNoneOfNone() {
        assertThat(strategy.choose(List.of())).isEmpty();
    }
}
