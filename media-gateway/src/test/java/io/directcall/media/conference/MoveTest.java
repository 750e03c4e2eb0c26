package io.directcall.media.conference;

import static org.assertj.core.api.Assertions.assertThat;

import io.directcall.contracts.media.MediaEvent;
import io.directcall.contracts.media.MediaEvent.ConferenceMoved;
import io.directcall.contracts.media.MediaEvent.EndpointLost;
import io.directcall.contracts.media.MoveReason;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Conferences that go from one bridge to another while their media runs. */
class MoveTest {
    private static final String NEXT = "http://next";

    private final Calls calls = new Calls();

    @Test
    void offersEverybodyAnEndpointOnTheOtherBridge() {
        // Given
        calls.connect("a", "b");

        // When
        move();

        // Then
        assertThat(calls.offer("a").generation()).isEqualTo(2);
        assertThat(calls.offer("b").generation()).isEqualTo(2);
        assertThat(calls.offer("a").tracks()).hasSize(3);
        assertThat(calls.conference.placement().orElseThrow().bridge()).isEqualTo(NEXT);
        assertThat(calls.events(ConferenceMoved.class))
                .singleElement()
                .extracting(ConferenceMoved::reason)
                .isEqualTo(MoveReason.REQUESTED);
    }

    @Test
    void leavesTheOldBridgeWhenThereWasTimeToFollow() {
        // Given
        calls.connect("a", "b");
        move();
        calls.answerAll();
        assertThat(calls.steps(Step.Expire.class)).isEmpty();

        // When
        calls.after(Timing.DEFAULT.moveOverlap());

        // Then
        assertThat(calls.steps(Step.Expire.class))
                .singleElement()
                .satisfies(step -> assertThat(step.expiry().conferenceId()).isEqualTo("c1"));
        assertThat(calls.events(EndpointLost.class)).isEmpty();
    }

    @Test
    void losesThoseWhoDidNotFollow() {
        // Given
        calls.connect("a", "b");
        move();
        calls.answer("a");

        // When
        calls.after(Timing.DEFAULT.moveOverlap());

        // Then
        assertThat(calls.events(EndpointLost.class))
                .extracting(EndpointLost::participantId)
                .containsExactly("b");
    }

    @Test
    void staysOnTheOldBridgeWhileTheNewOneDoesNotTakeIt() {
        // Given
        calls.connect("a", "b");
        calls.conference.move(NEXT, "c9", MoveReason.BRIDGE_DRAINED, calls.now);
        calls.conference.placementLost("c9", calls.now);
        calls.bridgeUp = false;

        // When
        calls.after(Timing.DEFAULT.moveOverlap().multipliedBy(2));

        // Then
        assertThat(calls.steps(Step.Expire.class)).isEmpty();
        calls.bridgeUp = true;
        calls.after(Duration.ofSeconds(1));
        assertThat(calls.steps(Step.Expire.class))
                .extracting(step -> step.expiry().conferenceId())
                .containsExactlyInAnyOrder("c1", "c9");
        assertThat(calls.offer("a").generation()).isEqualTo(2);
    }

    @Test
    void takesOneWhoLeavesFromBothBridges() {
        // Given
        calls.connect("a", "b");
        move();
        calls.answerAll();

        // When
        calls.leave("b");

        // Then
        assertThat(calls.steps(Step.Expire.class))
                .extracting(step ->
                        step.expiry().conferenceId() + " " + step.expiry().participantId())
                .containsExactlyInAnyOrder("c2 b", "c1 b");
    }

    @Test
    void leavesBothBridgesWhenItEnds() {
        // Given
        calls.connect("a", "b");
        move();

        // When
        calls.end();

        // Then
        assertThat(calls.steps(Step.Expire.class))
                .extracting(step -> step.expiry().conferenceId())
                .containsExactlyInAnyOrder("c1", "c2");
    }

    @Test
    void doesNotMoveToWhereItIs() {
        // Given
        calls.connect("a");

        // When
        boolean moved = calls.conference.move("http://bridge", "c9", MoveReason.REQUESTED, calls.now);

        // Then
        assertThat(moved).isFalse();
        assertThat(calls.events(MediaEvent.ConferenceMoved.class)).isEmpty();
    }

    @Test
    void takesARequestOnce() {
        // Given
        var wish = new MoveWish(MoveReason.REQUESTED, null);
        calls.conference.moveRequested(wish, calls.now);
        assertThat(calls.conference.takeMoveWish()).contains(wish);

        // When
        calls.conference.moveRequested(wish, calls.now);

        // Then
        assertThat(calls.conference.takeMoveWish()).isEmpty();
    }

    private void move() {
        calls.conference.move(NEXT, "c2", MoveReason.REQUESTED, calls.now);
        calls.work();
    }
}
