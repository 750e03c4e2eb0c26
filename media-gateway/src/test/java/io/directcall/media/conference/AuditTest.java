package io.directcall.media.conference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a bridge has and what it should have. Its conference is named c1, the next c2. */
class AuditTest {
    private static final Duration LATER = Audit.GRACE.plusSeconds(1);

    private final Calls calls = new Calls();

    @Test
    void findsNothingWhereAllIsAsItShouldBe() {
        // Given
        calls.connect("a", "b");
        calls.after(LATER);

        // When
        Findings findings = reconcile(Map.of("c1", Set.of("a", "b")));

        // Then
        assertThat(findings.isEmpty()).isTrue();
        assertThat(calls.steps(Step.Expire.class)).isEmpty();
    }

    @Test
    void expiresAConferenceThatIsNotStored() {
        // Given
        calls.connect("a");

        // When
        reconcile(Map.of("c1", Set.of("a"), "c0", Set.of("a")));

        // Then
        assertThat(expired()).containsExactly(List.of("c0"));
        assertThat(calls.offers("a")).hasSize(1);
    }

    @Test
    void expiresWhatIsLeftOfASessionOfWhichNothingIsStored() {
        // When
        reconcile(Map.of("c0", Set.of("a")));

        // Then
        assertThat(expired()).containsExactly(List.of("c0"));
        assertThat(calls.conference.state().expiries()).isEmpty();
    }

    @Test
    void expiresAnEndpointOfNobody() {
        // Given
        calls.connect("a", "b");

        // When
        reconcile(Map.of("c1", Set.of("a", "b", "x")));

        // Then
        assertThat(expired()).containsExactly(List.of("c1", "x"));
    }

    @Test
    void leavesAnEndpointThatIsBeingMade() {
        // Given
        calls.bridgeUp = false;
        calls.join("a");
        calls.conference.place("http://bridge", "c1");

        // When
        Findings findings = calls.conference.reconcile(inventory(Map.of("c1", Set.of("a"))), calls.now);

        // Then
        assertThat(findings.isEmpty()).isTrue();
    }

    @Test
    void leavesWhatIsDueToGoAnyway() {
        // Given
        calls.connect("a", "b");
        calls.conference.expiryFailed(expiry("c1", "x"), calls.now);
        calls.conference.expiryFailed(expiry("c0", null), calls.now);

        // When
        Findings findings = reconcile(Map.of("c1", Set.of("a", "b", "x"), "c0", Set.of("a")));

        // Then
        assertThat(findings.isEmpty()).isTrue();
        assertThat(calls.steps(Step.Expire.class)).isEmpty();
    }

    @Test
    void makesALostEndpointAnew() {
        // Given
        calls.connect("a", "b");
        calls.after(LATER);

        // When
        reconcile(Map.of("c1", Set.of("a")));

        // Then
        assertThat(calls.offer("b").generation()).isEqualTo(2);
        assertThat(calls.offer("a").generation()).isEqualTo(1);
    }

    @Test
    void makesALostConferenceAnew() {
        // Given
        calls.connect("a", "b");
        calls.after(LATER);

        // When
        reconcile(Map.of());

        // Then
        assertThat(calls.offer("a").generation()).isEqualTo(2);
        assertThat(calls.offer("b").generation()).isEqualTo(2);
        assertThat(calls.conference.placement().orElseThrow().conferenceId()).isEqualTo("c2");
    }

    @Test
    void doesNotMissWhatWasMadeAfterTheBridgeWasAsked() {
        // Given
        calls.connect("a");
        calls.after(LATER);
        Inventory before = inventory(Map.of("c1", Set.of("a")));
        calls.join("b");

        // When
        Findings findings = calls.conference.reconcile(before, calls.now);

        // Then
        assertThat(findings.isEmpty()).isTrue();
    }

    @Test
    void asksOnlyTheBridgeOfTheConferenceForIt() {
        // Given
        calls.connect("a");
        calls.after(LATER);

        // When
        Findings findings = calls.conference.reconcile(new Inventory("http://other", calls.now, Map.of()), calls.now);

        // Then
        assertThat(findings.isEmpty()).isTrue();
    }

    private Findings reconcile(Map<String, Set<String>> conferences) {
        Findings findings = calls.conference.reconcile(inventory(conferences), calls.now);
        calls.work();
        return findings;
    }

    private Inventory inventory(Map<String, Set<String>> conferences) {
        return new Inventory("http://bridge", calls.now, conferences);
    }

    private Expiry expiry(String conference, String participant) {
        return new Expiry("http://bridge", conference, participant, calls.now, calls.now.plusSeconds(60));
    }

    private List<List<String>> expired() {
        return calls.steps(Step.Expire.class).stream()
                .map(Step.Expire::expiry)
                .map(expiry -> expiry.participantId() == null
                        ? List.of(expiry.conferenceId())
                        : List.of(expiry.conferenceId(), expiry.participantId()))
                .toList();
    }
}
