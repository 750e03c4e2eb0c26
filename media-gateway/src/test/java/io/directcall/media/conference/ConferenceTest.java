package io.directcall.media.conference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.directcall.contracts.media.MediaEvent;
import io.directcall.contracts.media.RemoteTrack;
import io.directcall.contracts.media.TrackKind;
import io.directcall.contracts.session.LeaveReason;
import io.directcall.contracts.session.Role;
import io.directcall.contracts.session.SessionEvent;
import java.time.Duration;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ConferenceTest {
    private final Calls calls = new Calls();

    @Test
    void makesTheConferenceWithItsFirstEndpointAndOffers() {
        // When
        calls.join("a");

        // Then
        assertThat(calls.steps(Step.Allocate.class))
                .hasSize(1)
                .allMatch(step -> !step.placement().created());
        assertThat(calls.offer("a").revision()).isEqualTo(1);
        assertThat(calls.offer("a").generation()).isEqualTo(1);
        assertThat(calls.offer("a").tracks()).isEmpty();
        assertThat(calls.endpoint("a").state()).isEqualTo(EndpointState.OFFERED);
    }

    @Test
    void offersANewcomersSourcesOnlyAfterItsAnswer() {
        // Given
        calls.connect("a");
        calls.join("b");
        int before = calls.offers("a").size();

        // When
        calls.answer("b");

        // Then
        assertThat(before).isEqualTo(1);
        assertThat(calls.offer("a").tracks())
                .containsExactly(
                        new RemoteTrack("3", "b", TrackKind.AUDIO),
                        new RemoteTrack("4", "b", TrackKind.CAMERA),
                        new RemoteTrack("5", "b", TrackKind.SCREEN));
    }

    @Test
    void offersALateJoinerAllOthersAtOnce() {
        // Given
        calls.connect("a", "b");

        // When
        calls.join("c");

        // Then
        assertThat(calls.offers("c")).hasSize(1);
        assertThat(calls.offer("c").tracks()).hasSize(6);
    }

    @Test
    void dropsRepeats() {
        // Given
        calls.connect("a", "b");
        calls.leave("b");
        int before = calls.events.size();

        // When
        calls.apply(new SessionEvent.ParticipantLeft("s1", 2, calls.now, "a", "uid-a", LeaveReason.LEFT));

        // Then
        assertThat(calls.conference.endpoint("a")).isPresent();
        assertThat(calls.events).hasSize(before);
    }

    @Test
    void holdsAnOfferBackWhileOneIsUnanswered() {
        // Given
        calls.connect("a");
        calls.join("b", "c", "d");

        // When
        calls.answer("b");
        calls.answer("c");
        calls.answer("d");

        // Then
        assertThat(calls.offers("a")).hasSize(2);
        calls.answer("a");
        assertThat(calls.offers("a")).hasSize(3);
        assertThat(calls.offer("a").tracks()).hasSize(9);
    }

    @Test
    void offersAgainWhenAnAnswerIsOverdue() {
        // Given
        calls.connect("a");
        calls.join("b", "c");
        calls.answer("b");
        calls.answer("c");

        // When
        calls.after(Timing.DEFAULT.answerTimeout());

        // Then
        assertThat(calls.offer("a").tracks()).hasSize(6);
        assertThat(calls.offers("a")).hasSize(3);
    }

    @Test
    void freesTheLinesOfOneWhoLeavesAndReusesThem() {
        // Given
        calls.connect("a", "b");
        calls.leave("b");
        calls.answerAll();
        assertThat(calls.offer("a").tracks()).isEmpty();

        // When
        calls.connect("c");

        // Then
        assertThat(calls.offer("a").tracks())
                .extracting(RemoteTrack::mid, RemoteTrack::participantId)
                .containsExactly(tuple("3", "c"), tuple("4", "c"), tuple("5", "c"));
        assertThat(calls.steps(Step.Expire.class))
                .extracting(s -> s.expiry().participantId())
                .containsExactly("b");
    }

    @Test
    void expiresTheConferenceWithItsLastEndpoint() {
        // Given
        calls.connect("a");

        // When
        calls.leave("a");

        // Then
        assertThat(calls.steps(Step.Expire.class).getFirst().expiry().participantId())
                .isNull();
        assertThat(calls.conference.placement()).isEmpty();
        assertThat(calls.conference.dueAt(calls.now)).isEmpty();
    }

    @Test
    void goesOnCountingWhenTheSessionStartsAgain() {
        // Given
        calls.connect("a", "b");
        calls.end();

        // When
        calls.connect("c");

        // Then
        assertThat(calls.events)
                .extracting(MediaEvent::seq)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, calls.events.size()).boxed().toList());
        assertThat(calls.offer("c").tracks()).isEmpty();
    }

    @Test
    void saysWhoIsConnectedAndWhoIsLost() {
        // Given
        calls.connect("a");

        // When
        calls.conference.heard("a", true, calls.now);
        calls.conference.heard("a", true, calls.now);
        calls.conference.heard("a", false, calls.now);
        calls.conference.heard("a", false, calls.now);
        calls.work();

        // Then
        assertThat(calls.events(MediaEvent.EndpointConnected.class)).hasSize(1);
        assertThat(calls.events(MediaEvent.EndpointLost.class)).hasSize(1);
    }

    @Test
    void takesAnEndpointAsConnectedWhenTheBridgeDoesNotComplain() {
        // Given
        calls.connect("a");
        assertThat(calls.conference.dueAt(calls.now)).contains(calls.now.plus(Timing.DEFAULT.connectTime()));

        // When
        calls.after(Timing.DEFAULT.connectTime());

        // Then
        assertThat(calls.events(MediaEvent.EndpointConnected.class)).hasSize(1);
    }

    @Test
    void tellsEachChangeOfTheMainSpeakerOnce() {
        // Given
        calls.connect("a", "b");

        // When
        calls.conference.dominantSpeaker("a", calls.now);
        calls.conference.dominantSpeaker("a", calls.now);
        calls.conference.dominantSpeaker("nobody", calls.now);
        calls.conference.dominantSpeaker("b", calls.now);
        calls.work();

        // Then
        assertThat(calls.events(MediaEvent.DominantSpeakerChanged.class))
                .extracting(MediaEvent.DominantSpeakerChanged::participantId)
                .containsExactly("a", "b");
    }

    @Test
    void takesNoSpeakerAsHeardWhileEndpointsAreLost() {
        // Given
        calls.connect("a", "b");
        calls.conference.heard("a", false, calls.now);
        calls.conference.heard("b", false, calls.now);
        int connected = calls.events(MediaEvent.EndpointConnected.class).size();

        // When
        calls.conference.dominantSpeaker("b", calls.now);
        calls.work();

        // Then
        assertThat(calls.events(MediaEvent.EndpointConnected.class)).hasSize(connected);
    }

    @Test
    void givesAViewerNoLinesOfItsOwnAndTheOthersNoneOfIts() {
        // Given
        calls.connect("a");
        int offersOfA = calls.offers("a").size();

        // When
        calls.join("v", Role.VIEWER);
        calls.answer("v");

        // Then
        assertThat(calls.offer("v").tracks().getFirst().mid()).isEqualTo("0");
        assertThat(calls.endpoint("v").sources()).isEmpty();
        assertThat(calls.offers("a")).hasSize(offersOfA);
    }

    @Test
    void costsEachParticipantFewOffersWhenThirtyJoinAtOnce() {
        // Given
        String[] ids =
                IntStream.range(0, 30).mapToObj(i -> "p" + (char) ('A' + i)).toArray(String[]::new);

        // When
        for (String id : ids) {
            calls.join(id);
            calls.answer(id);
            calls.after(Duration.ofMillis(33));
            calls.answerAll();
        }
        calls.after(Duration.ofMillis(300));

        // Then
        assertThat(calls.offers("pA")).hasSizeLessThan(12);
        assertThat(calls.offers("pP")).hasSizeLessThan(7);
        assertThat(calls.offer("pA").tracks()).hasSize(29 * 3);
    }
}
