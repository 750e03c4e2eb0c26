package io.directcall.media.bridge.selection;

import static org.assertj.core.api.Assertions.assertThat;

import io.directcall.contracts.bridge.BridgeState;
import io.directcall.media.bridge.BridgeLoad;
import io.directcall.media.testing.MovedClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BridgeDirectoryTest {
    private static final String A = "http://a:8080";
    private static final String B = "http://b:8080";

    private final MovedClock clock = new MovedClock();
    private final BridgeDirectory directory = new BridgeDirectory(List.of(A, B), new LeastStress(), clock);

    @Test
    void choosesNoneBeforeAnyIsHeardOf() {
        assertThat(choose()).isEmpty();
    }

    @Test
    void choosesTheLeastStressed() {
        // When
        directory.reported(A, load(0.4));
        directory.reported(B, load(0.3));

        // Then
        assertThat(choose()).contains(B);
    }

    @Test
    void spreadsABurstOfJoinsOverBothThoughReportsStayTheSame() {
        // Given
        directory.reported(A, load(0.1));
        directory.reported(B, load(0.2));
        Map<String, Integer> placed = new HashMap<>();

        // When
        for (int i = 0; i < 200; i++) {
            String bridge = choose().orElseThrow();
            directory.placed(bridge);
            placed.merge(bridge, 1, Integer::sum);
        }

        // Then
        assertThat(placed.get(A)).isBetween(100, 110);
        assertThat(placed.get(B)).isBetween(90, 100);
    }

    @Test
    void forgetsPlacementsThatTheReportsCountByNow() {
        // Given
        directory.reported(A, load(0.1));
        directory.reported(B, load(0.2));
        for (int i = 0; i < 20; i++) {
            directory.placed(A);
        }

        // When
        clock.forward(Duration.ofSeconds(11));
        directory.reported(A, load(0.1));

        // Then
        assertThat(choose()).contains(A);
    }

    @Test
    void leavesOutWhoIsNotWellOrNotToBeUsed() {
        // Given
        directory.reported(B, load(0.9));

        // When, Then
        for (BridgeLoad unfit : List.of(
                new BridgeLoad(false, 0, 0, 0, false, false, null),
                new BridgeLoad(true, 0, 0, 0, true, false, null),
                new BridgeLoad(true, 0, 0, 0, false, true, null))) {
            directory.reported(A, unfit);
            assertThat(choose()).contains(B);
        }
    }

    @Test
    void givesABridgeUpAfterThreeFailuresAndTakesItBackAfterOneReport() {
        // Given
        directory.reported(A, load(0));

        // When, Then
        directory.failed(A, "no answer");
        directory.failed(A, "no answer");
        assertThat(directory.state(A)).isEqualTo(BridgeState.AVAILABLE);
        directory.failed(A, "no answer");
        assertThat(directory.state(A)).isEqualTo(BridgeState.UNREACHABLE);
        directory.reported(A, load(0));
        assertThat(choose()).contains(A);
    }

    @Test
    void avoidsABridgeThatRefusedForAWhile() {
        // Given
        directory.reported(A, load(0));
        directory.avoid(A);

        // When, Then
        assertThat(choose()).isEmpty();
        clock.forward(Duration.ofSeconds(5));
        assertThat(choose()).contains(A);
    }

    @Test
    void letsConferencesOfABridgeThatDrainsLeaveGentlyWhenThereIsAnother() {
        // Given
        directory.reported(A, new BridgeLoad(true, 0, 0, 0, true, false, null));
        assertThat(directory.departure(A)).isEqualTo(Departure.STAY);

        // When
        directory.reported(B, load(0));

        // Then
        assertThat(directory.departure(A)).isEqualTo(Departure.LEAVE_GENTLY);
        assertThat(directory.departure(B)).isEqualTo(Departure.STAY);
    }

    @Test
    void letsConferencesOfABridgeThatIsGoneLeaveAtOnceWhenThereIsAnother() {
        // Given
        directory.reported(B, load(0));

        // When
        for (int i = 0; i < 3; i++) {
            directory.failed(A, "no answer");
        }

        // Then
        assertThat(directory.departure(A)).isEqualTo(Departure.LEAVE_NOW);
    }

    @Test
    void takesABridgeInQuarantineOnlyWhenThereIsNoOther() {
        // Given
        directory.reported(A, load(0));
        directory.quarantine(A, clock.instant().plusSeconds(30), "lost all");
        assertThat(choose()).contains(A);
        assertThat(directory.departure(A)).isEqualTo(Departure.STAY);

        // When
        directory.reported(B, load(0.9));

        // Then
        assertThat(choose()).contains(B);
        assertThat(directory.departure(A)).isEqualTo(Departure.LEAVE_NOW);
    }

    @Test
    void withdrawsABridgeThatIsNotListedAndForgetsItWhenItIsGone() {
        // Given
        directory.reported(A, load(0));
        directory.reported(B, load(0));

        // When
        directory.list(List.of(B));

        // Then
        assertThat(directory.state(A)).isEqualTo(BridgeState.WITHDRAWN);
        assertThat(directory.departure(A)).isEqualTo(Departure.LEAVE_GENTLY);
        assertThat(choose()).contains(B);
        for (int i = 0; i < 3; i++) {
            directory.failed(A, "no answer");
        }
        clock.forward(Duration.ofMinutes(1));
        directory.failed(A, "no answer");
        assertThat(directory.urls()).containsExactly(B);
    }

    @Test
    void looksAtABridgeThatItDoesNotKnowBeforeItsConferencesLeave() {
        // Given
        String unlisted = "http://c:8080";
        directory.reported(B, load(0));

        // When
        Departure first = directory.departure(unlisted);

        // Then
        assertThat(first).isEqualTo(Departure.LEAVE_GENTLY);
        assertThat(directory.urls()).contains(unlisted);
        for (int i = 0; i < 3; i++) {
            directory.failed(unlisted, "refused");
        }
        assertThat(directory.departure(unlisted)).isEqualTo(Departure.LEAVE_NOW);
    }

    @Test
    void tellsOfEachChangeOnce() {
        // Given
        List<BridgeChange> changes = new ArrayList<>();
        directory.onChange(changes::add);

        // When
        directory.reported(A, load(0));
        directory.reported(A, load(0.5));
        directory.reported(A, new BridgeLoad(true, 0, 0, 0, true, false, "eu"));

        // Then
        assertThat(changes)
                .extracting(change -> change.bridge().state())
                .containsExactly(BridgeState.AVAILABLE, BridgeState.DRAINING);
        assertThat(changes.getLast().before()).isEqualTo(BridgeState.AVAILABLE);
        assertThat(changes.getLast().bridge().region()).isEqualTo("eu");
    }

    private Optional<String> choose() {
        return directory.choose(1, any -> true);
    }

    private static BridgeLoad load(double stress) {
        return new BridgeLoad(true, stress, 0, 0, false, false, null);
    }
}
