package io.directcall.session.presence;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.directcall.contracts.media.MediaEvent.ConferenceMoved;
import io.directcall.contracts.media.MediaEvent.EndpointConnected;
import io.directcall.contracts.media.MediaEvent.EndpointLost;
import io.directcall.contracts.media.MoveReason;
import io.directcall.contracts.presence.PresenceEvent.SubscriberConnected;
import io.directcall.contracts.presence.PresenceEvent.SubscriberGone;
import io.directcall.contracts.session.LeaveReason;
import io.directcall.contracts.session.SessionEvent;
import io.directcall.contracts.session.SessionEvent.ParticipantLeft;
import io.directcall.contracts.topic.Topic;
import io.directcall.session.testing.Client;
import io.directcall.session.testing.Kafka;
import io.directcall.session.testing.ShortTimes;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(ShortTimes.class)
class LostParticipantsTest {
    /** Longer than every grace period of {@link ShortTimes}, with the time that messages take. */
    private static final Duration LONGER_THAN_ANY_GRACE = Duration.ofSeconds(6);

    private final String sid = "presence-" + UUID.randomUUID();
    private final Client anna = Client.of(sid, "anna");
    private final Kafka kafka = new Kafka();
    private long mediaSeq;

    @BeforeAll
    static void tokens() {
        Client.newTokens();
        Kafka.awaitConsumers();
    }

    @AfterEach
    void close() {
        kafka.close();
    }

    private void opened(String pid, String stream) {
        kafka.publish(Topic.PRESENCE_EVENTS, sid, new SubscriberConnected(sid, pid, "anna", stream, Instant.now()));
    }

    private void closed(String pid, String stream) {
        kafka.publish(Topic.PRESENCE_EVENTS, sid, new SubscriberGone(sid, pid, "anna", stream, Instant.now()));
    }

    private void mediaFound(String pid, long seq) {
        kafka.publish(Topic.MEDIA_EVENTS, sid, new EndpointConnected(sid, seq, Instant.now(), pid));
    }

    private void mediaLost(String pid, long seq) {
        kafka.publish(Topic.MEDIA_EVENTS, sid, new EndpointLost(sid, seq, Instant.now(), pid));
    }

    private List<ParticipantLeft> left() {
        return kafka.events(sid).stream()
                .filter(ParticipantLeft.class::isInstance)
                .map(ParticipantLeft.class::cast)
                .toList();
    }

    private void assertLost(String pid) {
        await().atMost(10, SECONDS)
                .untilAsserted(() -> assertThat(left())
                        .singleElement()
                        .satisfies(event -> assertThat(event.participantId()).isEqualTo(pid))
                        .satisfies(event -> assertThat(event.reason()).isEqualTo(LeaveReason.CONNECTION_LOST)));
    }

    private void assertStays() {
        await().during(LONGER_THAN_ANY_GRACE)
                .atMost(LONGER_THAN_ANY_GRACE.plusSeconds(2))
                .untilAsserted(() -> assertThat(left()).isEmpty());
    }

    @Test
    void whoeverNeverOpensAStreamIsLostAndTheSessionEnds() {
        // When
        String pid = anna.joined();

        // Then
        assertLost(pid);
        assertThat(kafka.events(sid)).last().isInstanceOf(SessionEvent.SessionEnded.class);
    }

    @Test
    void aStreamKeepsTheParticipant() {
        // Given
        String pid = anna.joined();

        // When
        opened(pid, "c1");

        // Then
        assertStays();
    }

    @Test
    void mediaKeepsTheParticipantWhoseStreamClosed() {
        // Given
        String pid = anna.joined();
        mediaFound(pid, ++mediaSeq);
        opened(pid, "c1");

        // When
        closed(pid, "c1");

        // Then
        assertStays();
    }

    @Test
    void aConferenceThatLosesItsBridgeThrowsNobodyOutWhoHasAStream() {
        // Given
        String pid = anna.joined();
        opened(pid, "c1");
        mediaFound(pid, 1);

        // When
        kafka.publish(Topic.MEDIA_EVENTS, sid, new ConferenceMoved(sid, 2, Instant.now(), MoveReason.BRIDGE_FAILED));
        mediaLost(pid, 3);

        // Then
        assertStays();
    }

    @Test
    void whoeverLosesBothIsLostOnce() {
        // Given
        String pid = anna.joined();
        opened(pid, "c1");
        mediaFound(pid, 1);

        // When
        closed(pid, "c1");
        mediaLost(pid, 2);

        // Then
        assertLost(pid);
    }

    @Test
    void aRepeatedMediaEventIsDropped() {
        // Given
        String pid = anna.joined();
        mediaFound(pid, 3);
        mediaLost(pid, 5);

        // When
        mediaFound(pid, 3);

        // Then
        assertLost(pid);
    }

    @Test
    void whatCannotBeReadIsSkipped() {
        // Given
        String pid = anna.joined();
        kafka.publishText(Topic.PRESENCE_EVENTS, sid, "{not json");
        kafka.publishText(Topic.PRESENCE_EVENTS, sid, "{\"type\":\"FromTheFuture\",\"sessionId\":\"" + sid + "\"}");
        kafka.publishText(Topic.PRESENCE_EVENTS, sid, "{\"type\":\"SubscriberConnected\"}");
        kafka.publishText(Topic.PRESENCE_EVENTS, sid, null);
        kafka.publish(Topic.PRESENCE_EVENTS, sid, new SubscriberConnected("unknown", pid, "anna", "c0", Instant.now()));

        // When
        opened(pid, "c1");

        // Then
        assertStays();
    }

    @Test
    void aStreamOfAnotherUserDoesNotCount() {
        // Given
        String pid = anna.joined();

        // When
        kafka.publish(Topic.PRESENCE_EVENTS, sid, new SubscriberConnected(sid, pid, "mallory", "c1", Instant.now()));

        // Then
        assertLost(pid);
    }
}
