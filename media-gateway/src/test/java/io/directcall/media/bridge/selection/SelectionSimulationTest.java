package io.directcall.media.bridge.selection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How conferences spread over bridges whose reports lag behind. */
class SelectionSimulationTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void twoHundredJoinsOfAsManySessionsInOneInstant() {
        // Given
        var fleet = new SimulatedFleet(0.01, 0.01, 0.01, 0.01);

        // When
        List<String> chosen = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            chosen.add(fleet.choose(1));
        }
        chosen.forEach(fleet::make);

        // Then
        assertThat(fleet.endpoints()).containsExactly(50, 50, 50, 50);
    }

    @Test
    void twoHundredJoinsOfEightSessionsInOneInstant() {
        // Given
        var fleet = new SimulatedFleet(0.01, 0.01, 0.01, 0.01);

        // When
        for (int session = 0; session < 8; session++) {
            String bridge = fleet.choose(1);
            for (int i = 0; i < 25; i++) {
                fleet.make(bridge);
            }
        }

        // Then
        assertThat(fleet.endpoints()).containsExactly(50, 50, 50, 50);
    }

    @Test
    void eightSessionsThatAreChosenForBeforeAnyEndpointIsMade() {
        // Given
        var fleet = new SimulatedFleet(0.01, 0.01, 0.01, 0.01);

        // When
        List<String> chosen = new ArrayList<>();
        for (int session = 0; session < 8; session++) {
            chosen.add(fleet.choose(1));
        }
        chosen.forEach(bridge -> Collections.nCopies(25, bridge).forEach(fleet::make));

        // Then
        assertThat(fleet.endpoints()).containsExactly(50, 50, 50, 50);
    }

    @Test
    void conferencesOfDifferentSizeThatMoveTogether() {
        // Given
        var fleet = new SimulatedFleet(0.01, 0.01, 0.01);

        // When
        List<Integer> sizes = List.of(30, 10, 10, 10, 20, 10);
        List<String> chosen = sizes.stream().map(fleet::choose).toList();
        for (int i = 0; i < sizes.size(); i++) {
            Collections.nCopies(sizes.get(i), chosen.get(i)).forEach(fleet::make);
        }

        // Then
        assertThat(spread(fleet.endpoints())).isLessThanOrEqualTo(10);
    }

    @Test
    void burstsThatFollowEachOtherFasterThanTheReports() {
        // Given
        var fleet = new SimulatedFleet(0.01, 0.01, 0.01, 0.01);

        // When
        for (int burst = 0; burst < 10; burst++) {
            Collections.nCopies(40, 1).stream().map(fleet::choose).toList().forEach(fleet::make);
            fleet.pass(SECOND.multipliedBy(3));
        }

        // Then
        assertThat(fleet.endpoints())
                .allSatisfy(endpoints -> assertThat(endpoints).isBetween(85, 115));
    }

    @Test
    void aSteadyFlowOfCallsThatEnd() {
        // Given
        var fleet = new SimulatedFleet(0.01, 0.01, 0.01);
        Deque<String> calls = new ArrayDeque<>();
        int widest = 0;

        // When
        for (int second = 0; second < 600; second++) {
            calls.addLast(fleet.choose(1));
            fleet.make(calls.getLast());
            fleet.make(calls.getLast());
            if (calls.size() > 75) {
                String over = calls.removeFirst();
                fleet.hangUp(over);
                fleet.hangUp(over);
            }
            fleet.pass(SECOND);
            widest = Math.max(widest, spread(fleet.endpoints()));
        }

        // Then
        assertThat(spread(fleet.endpoints())).isLessThanOrEqualTo(20);
        assertThat(widest).isLessThanOrEqualTo(24);
    }

    @Test
    void bridgesOfDifferentPower() {
        // Given
        var fleet = new SimulatedFleet(0.005, 0.01, 0.02);

        // When
        for (int second = 0; second < 300; second++) {
            fleet.make(fleet.choose(1));
            fleet.pass(SECOND);
        }

        // Then
        assertThat(fleet.stress()).allSatisfy(stress -> assertThat(stress).isBetween(0.75, 0.97));
    }

    @Test
    void oneThatIsToldToDrainMeanwhile() {
        // Given
        var fleet = new SimulatedFleet(0.01, 0.01, 0.01);
        Collections.nCopies(60, 1).stream().map(fleet::choose).toList().forEach(fleet::make);

        // When
        fleet.drain(1);
        fleet.pass(SECOND.multipliedBy(11));
        Collections.nCopies(60, 1).stream().map(fleet::choose).toList().forEach(fleet::make);

        // Then
        assertThat(fleet.endpoints()).containsExactly(50, 20, 50);
    }

    private static int spread(List<Integer> endpoints) {
        return Collections.max(endpoints) - Collections.min(endpoints);
    }
}
