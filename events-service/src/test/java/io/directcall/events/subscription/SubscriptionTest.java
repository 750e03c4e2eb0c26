package io.directcall.events.subscription;

import static io.directcall.events.testing.Positions.sessionAt;
import static org.assertj.core.api.Assertions.assertThat;

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
    private final SessionListener alice = new SessionListener("s", "alice", "p1");
    private final Subscription subscription = subscription(false, 2);

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
        assertThat(taken())
                .hasSize(3)
                .last()
                .asString()
                .startsWith("id: 12-20-end\nevent: end\n")
                .contains("participant-left");
        assertThat(subscription.isDone()).isTrue();
    }

    @Test
    void endsWithTheSession() {
        // When
        subscription.offer(log.session("s", "SessionEnded"));
        // Then
        assertThat(taken()).last().asString().contains("{\"reason\":\"session-ended\"}");
    }

    @Test
    void staysWhenAnEarlierSessionOfTheSameIdEnds() {
        // Given
        Subscription fromJoin = subscription(true, 3);
        // When
        Offer old = fromJoin.offer(log.session("s", "SessionEnded"));
        fromJoin.offer(log.session("s", "ParticipantJoined", "p1"));
        Offer own = fromJoin.offer(log.session("s", "SessionEnded"));
        // Then
        assertThat(old).isEqualTo(Offer.QUEUED);
        assertThat(own).isEqualTo(Offer.ENDED);
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

    private Subscription subscription(boolean fromJoin, int maxFrames) {
        Subscription made = new Subscription(
                alice, new SessionEndRule(alice, fromJoin), new QueueLimits(maxFrames, 10_000), () -> {});
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
