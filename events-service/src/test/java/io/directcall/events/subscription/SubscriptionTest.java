package io.directcall.events.subscription;

import static io.directcall.events.testing.Positions.sessionAt;
import static org.assertj.core.api.Assertions.assertThat;

import io.directcall.contracts.session.Role;
import io.directcall.events.frame.Frame;
import io.directcall.events.log.LogEvent;
import io.directcall.events.log.TestEvents;
import io.directcall.events.position.Position;
import io.directcall.events.subscription.SubscriptionState.CatchingUp;
import io.directcall.events.subscription.SubscriptionState.Ended;
import io.directcall.events.subscription.SubscriptionState.Live;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SubscriptionTest {
    private static final Position START = sessionAt(10, 20);

    private final TestEvents log = new TestEvents(START);
    private final SessionListener alice = new SessionListener("s", "alice", Role.PARTICIPANT, "p1");
    private final SessionListener observer = new SessionListener("s", "alice", Role.PARTICIPANT, null);
    private final Subscription subscription = subscription(alice, 2);

    @Test
    void startsByCatchingUpAndGoesLive() {
        // When
        subscription.goLive();
        // Then
        assertThat(subscription.state()).isEqualTo(new Live(START));
    }

    @Test
    void passesAnEventOnceThoughItIsOfferedTwice() {
        // Given
        LogEvent event = log.session("s", "A");
        subscription.offer(event);
        // When
        Offer again = subscription.offer(event);
        // Then
        assertThat(again).isEqualTo(Offer.SKIPPED);
        assertThat(taken()).hasSize(1);
        assertThat(subscription.position()).isEqualTo(sessionAt(11, 20));
    }

    @Test
    void keepsItsPlaceInTheTopicInWhichItIsFurtherThanTheReader() {
        // Given
        subscription.startAt(sessionAt(10, 25));
        // When
        subscription.offer(log.session("s", "A"));
        // Then
        assertThat(taken().get(0)).startsWith("id: 11-25\n");
    }

    @Test
    void sharesTheFrameWithAllOthersWhenItIsNotFurther() {
        // Given
        LogEvent event = log.session("s", "A");
        // When
        subscription.offer(event);
        // Then
        assertThat(subscription.poll()).isSameAs(event.frame());
    }

    @Test
    void catchesUpFromTheFirstEventForWhichThereWasNoRoom() {
        // Given
        subscription.goLive();
        subscription.offer(log.session("s", "A"));
        log.session("other", "B");
        subscription.offer(log.session("s", "C"));
        LogEvent third = log.session("s", "D");
        // When
        Offer offer = subscription.offer(third);
        // Then
        assertThat(offer).isEqualTo(Offer.FULL);
        assertThat(subscription.state()).isEqualTo(new CatchingUp(third.before()));
    }

    @Test
    void wantsMoreOnceWhenAllWasTaken() {
        // Given
        subscription.offer(log.session("s", "A"));
        subscription.wantMore();
        assertThat(subscription.takeWantsMore()).isFalse();
        // When
        subscription.poll();
        // Then
        assertThat(subscription.takeWantsMore()).isTrue();
        assertThat(subscription.takeWantsMore()).isFalse();
    }

    @Test
    void anEventThatIsLargerThanTheQueuePassesAlone() {
        // Given
        Subscription tight = new Subscription(alice, EndRule.NEVER, new QueueLimits(10, 1), () -> {});
        // When
        Offer first = tight.offer(log.session("s", "A"));
        Offer second = tight.offer(log.session("s", "B"));
        // Then
        assertThat(first).isEqualTo(Offer.QUEUED);
        assertThat(second).isEqualTo(Offer.FULL);
    }

    @Test
    void endsAfterItsOwnParticipantLeft() {
        // Given
        subscription.offer(log.session("s", "ParticipantLeft", "p2"));
        // When
        Offer offer = subscription.offer(log.session("s", "ParticipantLeft", "p1"));
        // Then
        assertThat(offer).isEqualTo(Offer.ENDED);
        assertThat(subscription.state()).isEqualTo(new Ended(sessionAt(12, 20), EndReason.PARTICIPANT_LEFT));
        List<String> frames = taken();
        assertThat(frames).hasSize(3);
        assertThat(frames.get(0)).startsWith("id: 11-20\n");
        assertThat(frames.get(1)).startsWith("id: 12-20-end\nevent: ParticipantLeft\n");
        assertThat(frames.get(2)).startsWith("id: 12-20-end\nevent: end\n").contains("participant-left");
        assertThat(subscription.isDone()).isTrue();
    }

    @Test
    void anObserversEndsWithTheSession() {
        // Given
        Subscription observer = subscription(this.observer, 2);
        // When
        Offer offer = observer.offer(log.session("s", "SessionEnded"));
        // Then
        assertThat(offer).isEqualTo(Offer.ENDED);
        assertThat(observer.state()).isEqualTo(new Ended(sessionAt(11, 20), EndReason.SESSION_ENDED));
    }

    @Test
    void staysWhenAnEarlierSessionOfTheSameIdEnds() {
        // Given
        Subscription fromJoin = subscription(alice, 3);
        // When
        Offer old = fromJoin.offer(log.session("s", "SessionEnded", null, 4));
        fromJoin.offer(log.session("s", "ParticipantJoined", "p1", 6));
        Offer own = fromJoin.offer(log.session("s", "SessionEnded", null, 7));
        // Then
        assertThat(old).isEqualTo(Offer.QUEUED);
        assertThat(own).isEqualTo(Offer.ENDED);
    }

    @Test
    void staysWhenTheEndOfAnEarlierSessionIsPublishedAgain() {
        // Given
        for (Subscription any : List.of(subscription(alice, 9), subscription(observer, 9))) {
            any.offer(log.session("s", "ParticipantJoined", "p1", 6));
            // When
            Offer repeated = any.offer(log.session("s", "SessionEnded", null, 4));
            any.offer(log.session("s", "ParticipantJoined", "p1", 6));
            Offer own = any.offer(log.session("s", "SessionEnded", null, 7));
            // Then
            assertThat(repeated).isEqualTo(Offer.QUEUED);
            assertThat(own).isEqualTo(Offer.ENDED);
        }
    }

    @Test
    void staysWhenTheEndIsPublishedAgainAfterItsClientCameBack() {
        // Given
        LogEvent joined = log.session("s", "ParticipantJoined", "p1", 6);
        for (Subscription any : List.of(subscription(alice, 9), subscription(observer, 9))) {
            any.startAt(log.head());
            // When: shown from memory what it knows
            any.offer(joined);
            Offer repeated = any.offer(log.session("s", "SessionEnded", null, 4));
            // Then
            assertThat(repeated).isEqualTo(Offer.QUEUED);
        }
    }

    @Test
    void aParticipantThatIsNotSeenToJoinStaysUntilItLeaves() {
        // Given
        Subscription cameBack = subscription(alice, 9);
        // When
        Offer old = cameBack.offer(log.session("s", "SessionEnded", null, 4));
        Offer own = cameBack.offer(log.session("s", "ParticipantLeft", "p1", 8));
        // Then
        assertThat(old).isEqualTo(Offer.QUEUED);
        assertThat(own).isEqualTo(Offer.ENDED);
    }

    @Test
    void endsThoughThereWasNoRoomForTheEndAtFirst() {
        // Given
        Subscription narrow = subscription(observer, 1);
        narrow.offer(log.session("s", "A", null, 3));
        LogEvent end = log.session("s", "SessionEnded", null, 4);
        assertThat(narrow.offer(end)).isEqualTo(Offer.FULL);
        // When
        narrow.poll();
        // Then
        assertThat(narrow.offer(end)).isEqualTo(Offer.ENDED);
    }

    @Test
    void takesNothingAfterItsEnd() {
        // Given
        subscription.end(EndReason.DRAINING, Duration.ofSeconds(1));
        // When
        Offer offer = subscription.offer(log.session("s", "A"));
        subscription.end(EndReason.TOKEN_EXPIRED, null);
        subscription.goLive();
        subscription.gap(sessionAt(99, 99));
        // Then
        assertThat(offer).isEqualTo(Offer.ENDED);
        assertThat(subscription.state()).isEqualTo(new Ended(START, EndReason.DRAINING));
        assertThat(taken()).containsExactly("retry: 1000\nid: 10-20\nevent: end\ndata: {\"reason\":\"draining\"}\n\n");
    }

    @Test
    void keepsNothingForAClientThatIsGone() {
        // Given
        subscription.offer(log.session("s", "A"));
        // When
        subscription.abandon();
        // Then
        assertThat(subscription.isDone()).isTrue();
    }

    @Test
    void goesOnAfterAGap() {
        // When
        subscription.gap(sessionAt(15, 20));
        // Then
        assertThat(subscription.position()).isEqualTo(sessionAt(15, 20));
        assertThat(taken()).containsExactly("id: 15-20\nevent: gap\ndata: {\"from\":\"10-20\",\"to\":\"15-20\"}\n\n");
    }

    @Test
    void aHeartbeatTellsALiveClientHowFarItIs() {
        // Given
        subscription.goLive();
        // When
        String heartbeat =
                subscription.heartbeat(sessionAt(17, 20)).orElseThrow().bytes().toString();
        // Then
        assertThat(heartbeat).isEqualTo(": heartbeat\nid: 17-20\n\n");
    }

    @Test
    void aHeartbeatPromisesNothingWhileCatchingUp() {
        // When
        String heartbeat =
                subscription.heartbeat(sessionAt(17, 20)).orElseThrow().bytes().toString();
        // Then
        assertThat(heartbeat).isEqualTo(": heartbeat\n\n");
    }

    @Test
    void thereIsNoHeartbeatWhileEventsWait() {
        // Given
        subscription.goLive();
        subscription.offer(log.session("s", "A"));
        // When
        var heartbeat = subscription.heartbeat(log.head());
        // Then
        assertThat(heartbeat).isEmpty();
    }

    private Subscription subscription(SessionListener listener, int maxFrames) {
        Subscription made =
                new Subscription(listener, new SessionEndRule(listener), new QueueLimits(maxFrames, 10_000), () -> {});
        made.startAt(START);
        return made;
    }

    private List<String> taken() {
        List<String> frames = new ArrayList<>();
        for (Frame frame = subscription.poll(); frame != null; frame = subscription.poll()) {
            frames.add(frame.bytes().toString());
        }
        return frames;
    }
}
