package io.directcall.media.conference;

import static org.assertj.core.api.Assertions.assertThat;

import io.directcall.contracts.media.MediaEvent.MediaWaiting;
import io.directcall.contracts.session.Role;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Bridges that are away or lost, and clients that ask for a fresh endpoint. */
class RecoveryTest {
    private final Calls calls = new Calls();

    @Test
    void tellsOnceThatMediaWaitsAndOffersWhenABridgeIsBack() {
        // Given
        calls.bridgeUp = false;
        calls.join("a");
        calls.after(Timing.DEFAULT.retry());
        assertThat(calls.events(MediaWaiting.class)).hasSize(1);

        // When
        calls.bridgeUp = true;
        calls.after(Timing.DEFAULT.retry());

        // Then
        assertThat(calls.offers("a")).hasSize(1);
    }

    @Test
    void givesEverybodyAFreshEndpointWhenTheConferenceIsLost() {
        // Given
        calls.connect("a", "b");
        int revision = calls.offer("a").revision();

        // When
        calls.conference.placementLost("c1", calls.now);
        calls.work();

        // Then
        assertThat(calls.offer("a").generation()).isEqualTo(2);
        assertThat(calls.offer("a").revision()).isGreaterThan(revision);
        assertThat(calls.offer("b").generation()).isEqualTo(2);
        assertThat(calls.conference.placement().orElseThrow().conferenceId()).isEqualTo("c2");
    }

    @Test
    void restartsOneWhileTheOthersKeepItsLines() {
        // Given
        calls.connect("a", "b");
        int offersOfB = calls.offers("b").size();

        // When
        calls.conference.restart("a", calls.now, calls.now);
        calls.work();

        // Then
        assertThat(calls.offer("a").generation()).isEqualTo(2);
        assertThat(calls.offers("b")).hasSize(offersOfB);
        calls.answer("a", 500_000);
        assertThat(calls.offer("b").sdp()).contains("a=ssrc:500000 ");
        assertThat(calls.offer("b").tracks()).hasSize(3);
    }

    @Test
    void restartsOnceHoweverOftenItIsAsked() {
        // Given
        calls.connect("a", "b");
        calls.conference.restart("a", calls.now, calls.now);
        calls.work();

        // When
        boolean again = calls.conference.restart("a", calls.now, calls.now);

        // Then
        assertThat(again).isFalse();
        assertThat(calls.offer("a").generation()).isEqualTo(2);
    }

    @Test
    void makesANewConferenceWhenTheOnlyEndpointRestarts() {
        // Given
        calls.connect("a");

        // When
        calls.conference.restart("a", calls.now, calls.now);
        calls.work();

        // Then
        assertThat(calls.steps(Step.Expire.class).getFirst().expiry().participantId())
                .isNull();
        assertThat(calls.conference.placement().orElseThrow().conferenceId()).isEqualTo("c2");
        assertThat(calls.offer("a").generation()).isEqualTo(2);
    }

    @Test
    void neverExpiresAnEndpointThatTookTheIdOfTheOld() {
        // Given
        calls.connect("a", "b");
        calls.conference.restart("a", calls.now, calls.now);
        var expire =
                (Step.Expire) calls.conference.nextSteps(calls.now, Set.of()).getFirst();
        calls.conference.expiryFailed(expire.expiry(), calls.now);

        // When
        calls.work();

        // Then
        assertThat(calls.conference.state().expiries()).isEmpty();
        assertThat(calls.offer("a").generation()).isEqualTo(2);
    }

    @Test
    void removesWhatAnAttemptMayHaveMadeForOneWhoLeaves() {
        // Given
        calls.connect("a");
        calls.conference.apply(calls.joined("b", Role.PARTICIPANT), calls.now);

        // When
        calls.leave("b");

        // Then
        assertThat(calls.steps(Step.Expire.class))
                .extracting(step -> step.expiry().participantId())
                .containsExactly("b");
    }

    @Test
    void removesWhatWasMadeForOneWhoHasLeft() {
        // Given
        calls.connect("a");
        Placement placement = calls.conference.placement().orElseThrow();

        // When
        calls.conference.allocated(placement, "gone", Calls.allocation(), calls.now);
        calls.work();

        // Then
        assertThat(calls.steps(Step.Expire.class).getLast().expiry().participantId())
                .isEqualTo("gone");
    }

    @Test
    void removesWhatWasMadeInAConferenceThatWasGivenUp() {
        // Given
        calls.connect("a");
        Placement former = new Placement("http://bridge", "c0", false);

        // When
        calls.conference.allocated(former, "a", Calls.allocation(), calls.now);
        calls.work();

        // Then
        Expiry expiry = calls.steps(Step.Expire.class).getLast().expiry();
        assertThat(expiry.conferenceId()).isEqualTo("c0");
        assertThat(expiry.participantId()).isNull();
        assertThat(calls.offers("a")).hasSize(1);
    }
}
