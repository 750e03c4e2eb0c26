package io.directcall.media.bridge.quarantine;

import static org.assertj.core.api.Assertions.assertThat;

import io.directcall.contracts.bridge.BridgeState;
import io.directcall.media.bridge.BridgeLoad;
import io.directcall.media.bridge.selection.BridgeDirectory;
import io.directcall.media.bridge.selection.LeastStress;
import io.directcall.media.testing.MovedClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class QuarantineTest {
    private static final String A = "http://a:8080";
    private static final String B = "http://b:8080";

    private final MovedClock clock = new MovedClock();
    private final BridgeDirectory directory = new BridgeDirectory(List.of(A, B), new LeastStress(), clock);
    private final Quarantine quarantine =
            new Quarantine(directory, new QuarantineTerms(Duration.ofSeconds(30), Duration.ofMinutes(5)), clock);

    @BeforeEach
    void bothAreWell() {
        report();
    }

    @Test
    void beginsWhenABridgeForgetsAConferenceThatWasConnected() {
        // When
        quarantine.conferenceUnknown(A, 1);

        // Then
        assertQuarantined();
        assertThat(directory.byId("a-8080").orElseThrow().reason()).contains("does not know a conference");
    }

    @Test
    void doesNotBeginWhenTheConferenceNeverConnected() {
        // When
        quarantine.conferenceUnknown(A, 0);

        // Then
        assertInUse();
    }

    @Test
    void beginsWhenTwoConferencesLoseAllTheyHave() {
        // Given
        quarantine.observe("s1", A, hears("p1", true, "p2", true));
        quarantine.observe("s2", A, hears("p3", true));

        // When
        quarantine.observe("s1", A, hears("p1", false, "p2", false));
        ask("s1", "p1", "p2");
        clock.forward(Duration.ofSeconds(10));
        quarantine.observe("s2", A, hears("p3", false));
        assertInUse();
        ask("s2", "p3");

        // Then
        assertQuarantined();
    }

    @Test
    void beginsWhenTheOnlyConferenceLosesThree() {
        // Given
        quarantine.observe("s1", A, hears("p1", true, "p2", true, "p3", true));

        // When
        quarantine.observe("s1", A, hears("p1", false, "p2", true, "p3", true));
        quarantine.observe("s1", A, hears("p1", false, "p2", false, "p3", true));
        quarantine.observe("s1", A, hears("p1", false, "p2", false, "p3", false));
        ask("s1", "p1", "p2");
        assertInUse();
        ask("s1", "p3");

        // Then
        assertQuarantined();
        assertThat(directory.byId("a-8080").orElseThrow().reason()).contains("lost all 3 endpoints at once");
    }

    @Test
    void beginsWhenTheLastThatIsHeardIsLostAfterOthersAsked() {
        // Given
        quarantine.observe("s1", A, hears("p1", true, "p2", true, "p3", true, "p4", true));

        // When
        quarantine.observe("s1", A, hears("p1", false, "p2", false, "p3", false, "p4", true));
        ask("s1", "p1", "p2", "p3");
        assertInUse();
        quarantine.observe("s1", A, hears("p1", false, "p2", false, "p3", false, "p4", false));

        // Then
        assertQuarantined();
    }

    @Test
    void countsThoseWhoseFreshEndpointsHaveNotAnswered() {
        // Given
        quarantine.observe("s1", A, hears("p1", true, "p2", true, "p3", true));
        quarantine.observe("s1", A, hears("p1", false, "p2", false, "p3", false));

        // When
        ask("s1", "p1");
        quarantine.observe("s1", A, hears("p2", false, "p3", false));
        ask("s1", "p2");
        quarantine.observe("s1", A, hears("p1", false, "p3", false));
        ask("s1", "p3");

        // Then
        assertQuarantined();
    }

    @Test
    void doesNotBeginWhenAllCloseThePage() {
        // Given
        quarantine.observe("s1", A, hears("p1", true, "p2", true, "p3", true));

        // When
        quarantine.observe("s1", A, hears("p1", false, "p2", false, "p3", false));

        // Then
        assertInUse();
    }

    @Test
    void doesNotBeginWhenAllReloadThePage() {
        // Given
        quarantine.observe("s1", A, hears("p1", true, "p2", true, "p3", true));

        // When
        ask("s1", "p1", "p2", "p3");
        quarantine.observe("s1", A, hears("p1", false, "p2", false, "p3", false));
        quarantine.observe("s1", A, hears("p1", true, "p2", true, "p3", true));

        // Then
        assertInUse();
    }

    @Test
    void doesNotBeginForOneBrowserThatCrashes() {
        // Given
        quarantine.observe("s1", A, hears("p1", true, "p2", true, "p3", true));

        // When
        quarantine.observe("s1", A, hears("p1", false, "p2", true, "p3", true));

        // Then
        assertInUse();
    }

    @Test
    void doesNotBeginForACallOfTwo() {
        // Given
        quarantine.observe("s1", A, hears("p1", true, "p2", true));

        // When
        quarantine.observe("s1", A, hears("p1", false, "p2", false));
        ask("s1", "p1", "p2");

        // Then
        assertInUse();
    }

    @Test
    void doesNotBeginWhenAllLeave() {
        // Given
        quarantine.observe("s1", A, hears("p1", true, "p2", true, "p3", true));

        // When
        quarantine.observe("s1", A, hears("p2", true, "p3", true));
        quarantine.observe("s1", A, hears("p3", false));
        ask("s1", "p1", "p2", "p3");
        quarantine.observe("s1", null, Map.of());

        // Then
        assertInUse();
    }

    @Test
    void doesNotBeginWhileTheBridgeHearsAnybody() {
        // Given
        quarantine.observe("s1", A, hears("p1", true, "p2", true, "p3", true));
        quarantine.observe("s2", A, hears("p4", true));

        // When
        quarantine.observe("s1", A, hears("p1", false, "p2", false, "p3", false));
        ask("s1", "p1", "p2", "p3");

        // Then
        assertInUse();
    }

    @Test
    void doesNotBeginWhenTheyAreLostOneAfterTheOther() {
        // Given
        quarantine.observe("s1", A, hears("p1", true, "p2", true, "p3", true));

        // When
        for (String lost : List.of("p1", "p2", "p3")) {
            quarantine.observe("s1", A, without(lost));
            ask("s1", lost);
            clock.forward(Duration.ofSeconds(9));
        }

        // Then
        assertInUse();
    }

    @Test
    void doesNotBeginForEndpointsThatNeverConnected() {
        // When
        quarantine.observe("s1", A, hears("p1", false, "p2", false, "p3", false));
        ask("s1", "p1", "p2", "p3");

        // Then
        assertInUse();
    }

    @Test
    void countsOnlyWhatIsOnTheSameBridge() {
        // Given
        quarantine.observe("s1", A, hears("p1", true, "p2", true));
        quarantine.observe("s2", B, hears("p3", true));

        // When
        quarantine.observe("s1", A, hears("p1", false, "p2", false));
        quarantine.observe("s2", B, hears("p3", false));
        ask("s1", "p1", "p2");
        ask("s2", "p3");

        // Then
        assertInUse();
    }

    @Test
    void forgetsWhatMovedToAnotherBridge() {
        // Given
        quarantine.observe("s1", A, hears("p1", true, "p2", true, "p3", true));

        // When
        quarantine.observe("s1", B, hears("p1", false, "p2", false, "p3", false));
        ask("s1", "p1", "p2", "p3");

        // Then
        assertInUse();
        assertThat(directory.state(B)).isEqualTo(BridgeState.AVAILABLE);
    }

    @Test
    void forgetsSessionsOfOthers() {
        // Given
        quarantine.observe("s1", A, hears("p1", true));
        quarantine.observe("s2", A, hears("p2", true, "p3", true, "p4", true));

        // When
        quarantine.retain("s2"::equals);
        quarantine.observe("s2", A, hears("p2", false, "p3", false, "p4", false));
        ask("s2", "p2", "p3", "p4");

        // Then
        assertQuarantined();
    }

    @Test
    void doesNotBeginForABridgeThatDoesNotAnswer() {
        // Given
        for (int i = 0; i < 3; i++) {
            directory.failed(A, "refused");
        }

        // When
        quarantine.conferenceUnknown(A, 3);

        // Then
        report();
        assertInUse();
    }

    @Test
    void lastsThirtySecondsAndIsNotProlongedByWhatFollowsFromTheSameFailure() {
        // Given
        quarantine.conferenceUnknown(A, 1);
        clock.forward(Duration.ofSeconds(20));

        // When
        quarantine.conferenceUnknown(A, 1);

        // Then
        clock.forward(Duration.ofSeconds(10));
        report();
        assertInUse();
    }

    @Test
    void lastsTwiceAsLongEachTimeUpToFiveMinutes() {
        for (int seconds : List.of(30, 60, 120, 240, 300, 300)) {
            quarantine.conferenceUnknown(A, 1);
            clock.forward(Duration.ofSeconds(seconds - 1));
            report();
            assertQuarantined();
            clock.forward(Duration.ofSeconds(1));
            report();
            assertInUse();
        }
    }

    @Test
    void beginsWithTheShortestAgainAfterTenGoodMinutes() {
        // Given
        quarantine.conferenceUnknown(A, 1);
        clock.forward(Duration.ofSeconds(30));
        quarantine.conferenceUnknown(A, 1);
        clock.forward(Duration.ofSeconds(60));
        clock.forward(QuarantineTerms.PROBATION.plusSeconds(1));

        // When
        quarantine.conferenceUnknown(A, 1);

        // Then
        clock.forward(Duration.ofSeconds(30));
        report();
        assertInUse();
    }

    @Test
    void doesNotBeginWhereItIsSwitchedOff() {
        // Given
        var off = new Quarantine(directory, new QuarantineTerms(Duration.ZERO, Duration.ZERO), clock);

        // When
        off.conferenceUnknown(A, 1);

        // Then
        assertInUse();
    }

    private void ask(String sessionId, String... participants) {
        for (String participant : participants) {
            quarantine.restartAsked(sessionId, participant);
        }
    }

    private void report() {
        for (String url : List.of(A, B)) {
            directory.reported(url, new BridgeLoad(true, 0, 0, 0, false, false, null));
        }
    }

    private void assertQuarantined() {
        assertThat(directory.state(A)).isEqualTo(BridgeState.QUARANTINED);
    }

    private void assertInUse() {
        assertThat(directory.state(A)).isEqualTo(BridgeState.AVAILABLE);
    }

    /** Those that were lost before are lost still. */
    private static Map<String, Boolean> without(String lost) {
        Map<String, Boolean> hears = new TreeMap<>();
        List.of("p1", "p2", "p3").forEach(id -> hears.put(id, id.compareTo(lost) > 0));
        return hears;
    }

    private static Map<String, Boolean> hears(Object... endpointsAndWhether) {
        Map<String, Boolean> hears = new TreeMap<>();
        for (int i = 0; i < endpointsAndWhether.length; i += 2) {
            hears.put((String) endpointsAndWhether[i], (Boolean) endpointsAndWhether[i + 1]);
        }
        return hears;
    }
}
