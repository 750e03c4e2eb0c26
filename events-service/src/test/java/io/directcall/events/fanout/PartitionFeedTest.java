package io.directcall.events.fanout;

import static io.directcall.events.testing.Positions.sessionAt;
import static org.assertj.core.api.Assertions.assertThat;

import io.directcall.contracts.session.Role;
import io.directcall.events.frame.Frame;
import io.directcall.events.log.TestEvents;
import io.directcall.events.position.Position;
import io.directcall.events.subscription.EndRule;
import io.directcall.events.subscription.QueueLimits;
import io.directcall.events.subscription.SessionListener;
import io.directcall.events.subscription.Subscription;
import io.directcall.events.subscription.SubscriptionState.CatchingUp;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PartitionFeedTest {
    private static final Position START = sessionAt(5, 5);

    private final TestEvents log = new TestEvents(START);
    private final PartitionFeed feed = new PartitionFeed(0, START, sessionAt(7, 5), new MemoryLimits(4, 10_000, 10));

    @Test
    void aSubscriptionInMemoryGetsTheRestAndGoesLive() {
        // Given
        feed.read(log.session("s", "A"));
        feed.read(log.session("s", "B"));
        Subscription subscription = subscription("s", sessionAt(6, 5), 10);
        // When
        Admission admission = feed.admit(subscription);
        feed.read(log.session("s", "C"));
        // Then
        assertThat(admission).isEqualTo(Admission.LIVE);
        assertThat(idsOf(subscription)).containsExactly("7-5", "8-5");
    }

    @Test
    void aSubscriptionAheadOfTheReaderWaitsForWhatItHasNotSeen() {
        // Given
        Subscription subscription = subscription("s", sessionAt(6, 5), 10);
        feed.admit(subscription);
        feed.read(log.session("s", "A"));
        // When
        feed.read(log.session("s", "B"));
        // Then
        assertThat(idsOf(subscription)).containsExactly("7-5");
    }

    @Test
    void whatIsForgottenComesFromKafka() {
        // Given
        Subscription subscription = subscription("s", START, 10);
        for (int i = 0; i < 5; i++) {
            feed.read(log.session("s", "A"));
        }
        // When
        Admission admission = feed.admit(subscription);
        // Then
        assertThat(admission).isEqualTo(Admission.FROM_KAFKA);
        assertThat(idsOf(subscription)).isEmpty();
    }

    @Test
    void moreThanFitsIsBroughtPieceByPiece() {
        // Given
        for (int i = 0; i < 3; i++) {
            feed.read(log.session("s", "A"));
        }
        Subscription subscription = subscription("s", START, 2);
        // When
        Admission first = feed.admit(subscription);
        List<String> firstIds = idsOf(subscription);
        Admission second = feed.admit(subscription);
        // Then
        assertThat(first).isEqualTo(Admission.WHEN_TAKEN);
        assertThat(firstIds).containsExactly("6-5", "7-5");
        assertThat(second).isEqualTo(Admission.LIVE);
        assertThat(idsOf(subscription)).containsExactly("8-5");
    }

    @Test
    void aSlowSubscriptionFallsBackAndTheOthersStay() {
        // Given
        Subscription slow = subscription("s", START, 1);
        Subscription quick = subscription("s", START, 10);
        feed.admit(slow);
        feed.admit(quick);
        // When
        feed.read(log.session("s", "A"));
        feed.read(log.session("s", "B"));
        feed.read(log.session("s", "C"));
        // Then
        assertThat(slow.state()).isEqualTo(new CatchingUp(sessionAt(6, 5)));
        assertThat(idsOf(quick)).hasSize(3);
        assertThat(idsOf(slow)).containsExactly("6-5");
        assertThat(slow.takeWantsMore()).isTrue();
    }

    @Test
    void sessionsDoNotMix() {
        // Given
        Subscription other = subscription("other", START, 10);
        feed.admit(other);
        // When
        feed.read(log.session("s", "A"));
        // Then
        assertThat(idsOf(other)).isEmpty();
    }

    @Test
    void anEndedSubscriptionIsNotAdmitted() {
        // Given
        Subscription gone = subscription("s", START, 10);
        gone.abandon();
        // When
        Admission admission = feed.admit(gone);
        // Then
        assertThat(admission).isEqualTo(Admission.ENDED);
    }

    @Test
    void liveSubscriptionsAreToldOfAGap() {
        // Given
        Subscription subscription = subscription("s", START, 10);
        feed.admit(subscription);
        // When
        feed.restartWithGap(sessionAt(100, 5), sessionAt(120, 5));
        // Then
        assertThat(idsOf(subscription)).containsExactly("100-5");
        assertThat(feed.head()).isEqualTo(sessionAt(100, 5));
    }

    private static Subscription subscription(String sessionId, Position position, int maxFrames) {
        SessionListener listener = new SessionListener(sessionId, "alice", Role.PARTICIPANT, "p1");
        Subscription made = new Subscription(listener, EndRule.NEVER, new QueueLimits(maxFrames, 10_000), () -> {});
        made.startAt(position);
        return made;
    }

    private static List<String> idsOf(Subscription subscription) {
        List<String> ids = new ArrayList<>();
        for (Frame frame = subscription.poll(); frame != null; frame = subscription.poll()) {
            String text = frame.bytes().toString();
            ids.add(text.substring("id: ".length(), text.indexOf('\n')));
        }
        return ids;
    }
}
