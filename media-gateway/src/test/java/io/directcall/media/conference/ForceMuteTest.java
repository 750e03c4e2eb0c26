package io.directcall.media.conference;

import static io.directcall.contracts.media.TrackKind.AUDIO;
import static io.directcall.contracts.media.TrackKind.CAMERA;
import static io.directcall.contracts.media.TrackKind.SCREEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.directcall.contracts.media.MoveReason;
import io.directcall.contracts.media.RemoteTrack;
import io.directcall.contracts.session.CallType;
import io.directcall.contracts.session.Role;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the bridge is told to hold back, and when, over the life of a call. */
class ForceMuteTest {
    private static final Restrictions MUTED = new Restrictions(true, false, Set.of(AUDIO));
    private static final Restrictions NO_VIDEO = new Restrictions(false, true, Set.of());

    private final Calls calls = new Calls();

    @Test
    void tellsTheBridgeThatAModeratorMuted() {
        // Given
        calls.connect("a", "m");

        // When
        calls.update("a", true, false, false, "m");

        // Then
        assertThat(calls.steps(Step.Restrict.class)).singleElement().satisfies(step -> {
            assertThat(step.participantId()).isEqualTo("a");
            assertThat(step.restrictions()).isEqualTo(MUTED);
            assertThat(step.sources()).extracting(Source::kind).containsExactly(CAMERA, SCREEN);
        });
    }

    @Test
    void leavesTheSourcesAsTheyAreWhenOnlyAFlagChanges() {
        // Given
        calls.connect("a", "m");

        // When
        calls.update("a", false, true, false, "m");

        // Then
        assertThat(calls.steps(Step.Restrict.class)).singleElement().satisfies(step -> {
            assertThat(step.restrictions()).isEqualTo(NO_VIDEO);
            assertThat(step.sources()).isNull();
        });
    }

    @Test
    void goesOnOfferingWhatIsMuted() {
        // Given
        calls.connect("a", "m");
        int offers = calls.offers("m").size();

        // When
        calls.update("a", true, true, false, "m");

        // Then
        assertThat(calls.offers("m")).hasSize(offers);
    }

    @Test
    void takesTheApplicationsServerForSomebodyElse() {
        // Given
        calls.connect("a");

        // When
        calls.update("a", true, false, false, null);

        // Then
        assertThat(calls.told("a")).isEqualTo(MUTED);
    }

    @Test
    void letsThroughAgainWhenTheParticipantUnmutes() {
        // Given
        calls.connect("a", "m");
        calls.update("a", true, false, false, "m");

        // When
        calls.update("a", false, false, false, "a");

        // Then
        assertThat(calls.told("a")).isEqualTo(Restrictions.NONE);
    }

    @Test
    void leavesOwnMuteToTheBrowser() {
        // Given
        calls.connect("a", "m");

        // When
        calls.update("a", true, true, false, "a");

        // Then
        assertThat(calls.steps(Step.Restrict.class)).isEmpty();
    }

    @Test
    void goesOnHoldingBackWhileTheParticipantChangesSomethingElse() {
        // Given
        calls.connect("a", "m");
        calls.update("a", true, false, false, "m");

        // When
        calls.update("a", true, true, false, "a");

        // Then
        assertThat(calls.told("a")).isEqualTo(MUTED);
        assertThat(calls.steps(Step.Restrict.class)).hasSize(1);
    }

    @Test
    void tellsWithTheAnswerWhatCameBeforeIt() {
        // Given
        calls.join("a");
        calls.update("a", true, false, false, null);

        // When
        calls.answer("a");

        // Then
        assertThat(calls.steps(Step.Apply.class))
                .singleElement()
                .satisfies(step -> assertThat(step.restrictions()).isEqualTo(MUTED));
        assertThat(calls.steps(Step.Restrict.class)).isEmpty();
    }

    @Test
    void tellsTheNextEndpointToo() {
        // Given
        calls.connect("a", "m");
        calls.update("a", true, false, false, "m");

        // When
        calls.conference.restart("a", calls.now, calls.now);
        calls.work();
        assertThat(calls.told("a")).isEqualTo(Restrictions.NONE);
        calls.answer("a", 77_000);

        // Then
        assertThat(calls.told("a")).isEqualTo(MUTED);
    }

    @Test
    void tellsTheNextBridgeToo() {
        // Given
        calls.connect("a", "m");
        calls.update("a", true, false, false, "m");

        // When
        calls.conference.placementLost(
                calls.conference.placement().orElseThrow().conferenceId(), calls.now);
        calls.work();
        calls.answerAll();

        // Then
        assertThat(calls.steps(Step.Apply.class).reversed())
                .filteredOn(step -> step.participantId().equals("a"))
                .first()
                .satisfies(step -> assertThat(step.restrictions()).isEqualTo(MUTED));
    }

    @Test
    void triesAgainWhatTheBridgeDidNotTake() {
        // Given
        calls.connect("a", "m");
        calls.after(Timing.DEFAULT.connectTime());
        calls.conference.apply(calls.updated("a", true, false, false, "m"), calls.now);

        // When
        List<Step> first = calls.conference.nextSteps(calls.now, Set.of());
        List<Step> again = calls.conference.nextSteps(calls.now, Set.of());

        // Then
        assertThat(first).singleElement().isInstanceOf(Step.Restrict.class);
        assertThat(again).isEqualTo(first);
        assertThat(calls.conference.nextSteps(calls.now, Set.of("a"))).isEmpty();
        assertThat(calls.conference.dueAt(calls.now)).contains(calls.now.plus(Timing.DEFAULT.retry()));
    }

    @Test
    void takesAwayFromTheBridgeThatIsLeftWhatIsMutedDuringAMove() {
        // Given
        calls.connect("a", "m");
        calls.conference.move("http://next", "c-next", MoveReason.REQUESTED, calls.now);
        calls.work();

        // When
        calls.update("a", true, false, false, "m");

        // Then
        assertThat(calls.steps(Step.Expire.class)).singleElement().satisfies(step -> {
            assertThat(step.expiry().conferenceId()).isEqualTo("c1");
            assertThat(step.expiry().participantId()).isEqualTo("a");
        });
        calls.answer("a");
        assertThat(calls.told("a")).isEqualTo(MUTED);
    }

    @Test
    void leavesTheBridgeThatIsLeftAloneWhenNothingMoreIsHeldBack() {
        // Given
        calls.connect("a", "m");
        calls.update("a", true, false, false, "m");
        calls.conference.move("http://next", "c-next", MoveReason.REQUESTED, calls.now);
        calls.work();

        // When
        calls.update("a", false, false, false, "a");

        // Then
        assertThat(calls.steps(Step.Expire.class)).isEmpty();
    }

    @Test
    void ignoresWhatAnotherBridgeWasTold() {
        // Given
        calls.connect("a");

        // When
        calls.conference.restricted(new Placement("http://old", "old", true), "a", MUTED);

        // Then
        assertThat(calls.told("a")).isEqualTo(Restrictions.NONE);
    }

    @Test
    void keepsPicturesOutOfAnAudioCallUntilItIsSwitched() {
        // Given
        calls.start(CallType.AUDIO);
        calls.connect("a", "b");
        assertThat(calls.told("a")).isEqualTo(NO_VIDEO);
        int offers = calls.offers("a").size();

        // When
        calls.switchToVideo();

        // Then
        assertThat(calls.told("a")).isEqualTo(Restrictions.NONE);
        assertThat(calls.told("b")).isEqualTo(Restrictions.NONE);
        assertThat(calls.offers("a")).hasSize(offers);
    }

    @Test
    void treatsWhoJoinsAfterTheSwitchAsInAVideoCall() {
        // Given
        calls.start(CallType.AUDIO);
        calls.connect("a");
        calls.switchToVideo();

        // When
        calls.connect("late");

        // Then
        assertThat(calls.told("late")).isEqualTo(Restrictions.NONE);
    }

    @Test
    void forgetsTheTypeOfASessionThatStartsAgain() {
        // Given
        calls.start(CallType.AUDIO);
        calls.connect("a");
        calls.end();

        // When
        calls.start(CallType.VIDEO);
        calls.connect("b");

        // Then
        assertThat(calls.told("b")).isEqualTo(Restrictions.NONE);
    }

    @Test
    void beginsAudioAgainWhenASwitchedSessionStartsAgain() {
        // Given
        calls.start(CallType.AUDIO);
        calls.connect("a");
        calls.switchToVideo();
        calls.end();

        // When
        calls.start(CallType.AUDIO);
        calls.connect("b");

        // Then
        assertThat(calls.told("b")).isEqualTo(NO_VIDEO);
    }

    @Test
    void takesAPausedCameraAwayFromBesideASharedScreen() {
        // Given
        calls.connect("a", "m");
        calls.update("a", false, false, true, "a");

        // When
        calls.update("a", false, true, true, "m");

        // Then
        assertThat(calls.steps(Step.Restrict.class)).singleElement().satisfies(step -> {
            assertThat(step.restrictions()).isEqualTo(new Restrictions(false, false, Set.of(CAMERA)));
            assertThat(step.sources()).extracting(Source::kind).containsExactly(AUDIO, SCREEN);
        });
        assertThat(calls.offer("m").tracks()).extracting(RemoteTrack::kind).contains(CAMERA);
    }

    @Test
    void mutesAllVideoOfAPausedCameraOnceTheScreenIsNotShared() {
        // Given
        calls.connect("a", "m");
        calls.update("a", false, true, true, "m");

        // When
        calls.update("a", false, true, false, "a");

        // Then
        assertThat(calls.told("a")).isEqualTo(NO_VIDEO);
        assertThat(calls.steps(Step.Restrict.class).getLast().sources())
                .extracting(Source::kind)
                .containsExactly(AUDIO, CAMERA, SCREEN);
    }

    @Test
    void offersNobodyWhatMayNotBeSent() {
        // Given
        calls.connect("m");
        calls.joinAllowed("a", AUDIO, CAMERA);

        // When
        calls.answer("a");

        // Then
        assertThat(calls.offer("m").tracks()).extracting(RemoteTrack::kind).containsExactly(AUDIO, CAMERA);
        assertThat(calls.steps(Step.Apply.class).getLast().restrictions())
                .isEqualTo(new Restrictions(false, false, Set.of(SCREEN)));
    }

    @Test
    void offersWhatIsAllowedLater() {
        // Given
        calls.connect("m");
        calls.joinAllowed("a", AUDIO);
        calls.answer("a");
        calls.answerAll();

        // When
        calls.grant("a", AUDIO, SCREEN);

        // Then
        assertThat(calls.steps(Step.Restrict.class).getLast().sources())
                .extracting(Source::kind)
                .containsExactly(AUDIO, SCREEN);
        assertThat(calls.offer("m").tracks()).extracting(RemoteTrack::kind).containsExactly(AUDIO, SCREEN);
    }

    @Test
    void holdsBackAllOfAViewer() {
        // Given
        calls.join("v", Role.VIEWER);

        // When
        calls.answer("v");

        // Then
        assertThat(calls.told("v")).isEqualTo(new Restrictions(true, true, Set.of(AUDIO, CAMERA, SCREEN)));
    }
}
