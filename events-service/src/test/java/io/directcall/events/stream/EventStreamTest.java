package io.directcall.events.stream;

import static io.directcall.events.testing.EventLog.joined;
import static io.directcall.events.testing.EventLog.left;
import static io.directcall.events.testing.EventLog.numbered;
import static io.directcall.events.testing.EventLog.offer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.directcall.contracts.token.Revocation;
import io.directcall.events.testing.SmallLimits;
import io.directcall.events.testing.SseClient;
import io.directcall.events.testing.SseEvent;
import io.directcall.events.testing.Streams;
import io.directcall.service.test.TestRevocations;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(SmallLimits.class)
class EventStreamTest {
    private static Streams streams;

    private final String session = Streams.newSession();

    @BeforeAll
    static void start() {
        streams = new Streams();
    }

    @AfterAll
    static void stop() {
        streams.close();
    }

    @Test
    void isAnEventStreamThatNoProxyHoldsBack() {
        // When
        try (SseClient alice = streams.open(session, "alice", "")) {
            // Then
            var headers = alice.response().headers();
            assertThat(alice.response().statusCode()).isEqualTo(200);
            assertThat(headers.firstValue("content-type")).hasValue("text/event-stream");
            assertThat(headers.firstValue("cache-control")).hasValue("no-store");
            assertThat(headers.firstValue("x-accel-buffering")).hasValue("no");
            assertThat(headers.firstValue("content-encoding")).isEmpty();
            await().until(() -> alice.comments().contains("connected") && "1000".equals(alice.retry()));
        }
    }

    @Test
    void carriesTheValueOfKafkaAsItIsUnderItsPosition() {
        // Given
        String value = "{\"type\":\"ParticipantUpdated\",  \"seq\":7,\"participant\":{\"name\":\"Zoë\"}}";
        try (SseClient alice = streams.open(session, "alice", "")) {
            // When
            long offset = streams.log().session(session, value).offset();
            // Then
            SseEvent event = alice.awaitEvents(1).get(0);
            assertThat(event.type()).isEqualTo("ParticipantUpdated");
            assertThat(event.data()).isEqualTo(value);
            assertThat(event.id()).startsWith((offset + 1) + "-");
        }
    }

    @Test
    void isServedByHttp2Too() {
        // Given
        try (SseClient alice = streams.openHttp2(session, "alice", "")) {
            // When
            streams.log().session(session, numbered(1));
            // Then
            assertThat(alice.response().version()).isEqualTo(HttpClient.Version.HTTP_2);
            assertThat(alice.awaitEvents(1)).extracting(SseEvent::data).containsExactly(numbered(1));
        }
    }

    @Test
    void manyStreamsOfOneHttp2ConnectionMayEndWithoutHarmToTheOthers() {
        // Given
        try (SseClient staying = streams.openHttp2(session, "alice", "")) {
            // When: more than Netty allows by default
            for (int i = 0; i < 250; i++) {
                streams.openHttp2(session, "bob", "").close();
            }
            // Then
            streams.log().session(session, numbered(1));
            assertThat(staying.awaitEvents(1)).hasSize(1);
        }
    }

    @Test
    void startsAtTheCursor() {
        // Given
        long cursor = System.currentTimeMillis();
        streams.log().session(session, numbered(1));
        streams.log().media(session, numbered(2));
        // When
        try (SseClient alice = streams.open(session, "alice", "&cursor=" + cursor)) {
            streams.log().session(session, numbered(3));
            // Then
            assertThat(alice.awaitEvents(3)).extracting(SseEvent::data).containsExactlyElementsOf(numbered(1, 4));
        }
    }

    @Test
    void withoutCursorItStartsNow() {
        // Given
        streams.log().session(session, numbered(1));
        // When
        try (SseClient alice = streams.open(session, "alice", "")) {
            streams.log().session(session, numbered(2));
            // Then
            assertThat(alice.awaitEvents(1)).extracting(SseEvent::data).containsExactly(numbered(2));
        }
    }

    @Test
    void leavesOutWhatIsNoEvent() {
        // Given
        try (SseClient alice = streams.open(session, "alice", "")) {
            streams.log().session(session, "no json");
            streams.log().session(session, "{\"type\":\"a b\"}");
            // When
            streams.log().session(session, numbered(1));
            // Then
            assertThat(alice.awaitEvents(1)).extracting(SseEvent::data).containsExactly(numbered(1));
        }
    }

    @Test
    void givesEachOnlyWhatIsForIt() {
        // Given
        String impostor = streams.token(session, "mallory");
        try (SseClient alice = streams.open(session, "alice", "");
                SseClient bob = streams.open(session, "bob", "");
                SseClient observer = SseClient.open(Streams.uri(session, ""), streams.token(session, "alice"));
                SseClient mallory = SseClient.open(Streams.uri(session, "?participantId=p-alice"), impostor);
                SseClient other = streams.open(Streams.newSession(), "alice", "")) {
            // When
            streams.log().media(session, offer("p-alice", "alice"));
            streams.log().media(session, offer("p-bob", "bob"));
            streams.log().media(session, numbered(1));
            // Then
            assertThat(alice.awaitEvents(2))
                    .extracting(SseEvent::data)
                    .containsExactly(offer("p-alice", "alice"), numbered(1));
            assertThat(bob.awaitEvents(2))
                    .extracting(SseEvent::data)
                    .containsExactly(offer("p-bob", "bob"), numbered(1));
            assertThat(observer.awaitEvents(1)).extracting(SseEvent::data).containsExactly(numbered(1));
            assertThat(mallory.awaitEvents(1)).extracting(SseEvent::data).containsExactly(numbered(1));
            assertThat(other.events()).isEmpty();
        }
    }

    @Test
    void aSilentStreamHasAHeartbeatThatMovesTheId() {
        // Given
        try (SseClient alice = streams.open(session, "alice", "")) {
            streams.log().session(session, numbered(1));
            String id = alice.awaitEvents(1).get(0).id();
            // When: something happens that is not for alice
            streams.log().media(session, offer("p-bob", "bob"));
            // Then
            await().until(() -> alice.comments().contains("heartbeat")
                    && !alice.lastEventId().equals(id));
            assertThat(alice.events()).hasSize(1);
        }
    }

    @Test
    void endsAfterItsParticipantLeftAndStaysEnded() {
        // Given
        try (SseClient alice = streams.open(session, "alice", "");
                SseClient bob = streams.open(session, "bob", "")) {
            // When
            streams.log().session(session, left("p-alice"));
            // Then
            assertThat(alice.awaitEnd()).extracting(SseEvent::type).containsExactly("ParticipantLeft", "end");
            assertThat(alice.events().get(1).data()).isEqualTo("{\"reason\":\"participant-left\"}");
            assertThat(bob.awaitEvents(1)).hasSize(1);
            assertThat(bob.isEnded()).isFalse();
            try (SseClient back = streams.open(session, "alice", "", "Last-Event-ID", alice.lastEventId())) {
                assertThat(back.response().statusCode()).isEqualTo(204);
            }
        }
    }

    @Test
    void endsWithTheSession() {
        // Given
        try (SseClient alice = streams.open(session, "alice", "");
                SseClient observer = SseClient.open(Streams.uri(session, ""), streams.token(session, "carol"))) {
            // When
            streams.log().session(session, joined("p-alice"));
            streams.log().session(session, "{\"type\":\"SessionEnded\",\"seq\":2,\"reason\":\"ended-for-all\"}");
            // Then
            assertThat(alice.awaitEnd()).extracting(SseEvent::data).contains("{\"reason\":\"session-ended\"}");
            assertThat(observer.awaitEnd()).extracting(SseEvent::data).contains("{\"reason\":\"session-ended\"}");
        }
    }

    @Test
    void endsWhenTheTokenExpires() {
        // Given: 30 s of clock skew are allowed
        String token = streams.tokens()
                .builder()
                .sessionId(session)
                .uid("alice")
                .issuedAt(Instant.now().minus(Duration.ofHours(1)))
                .expiresAt(Instant.now().minus(Duration.ofSeconds(28)))
                .sign();
        // When
        try (SseClient alice = SseClient.open(Streams.uri(session, "?participantId=p-alice"), token)) {
            // Then
            assertThat(alice.awaitEnd()).extracting(SseEvent::data).containsExactly("{\"reason\":\"token-expired\"}");
        }
    }

    @Test
    void endsWhenTheTokenIsRevoked() {
        try (SseClient alice = streams.open(session, "alice", "");
                SseClient bob = streams.open(session, "bob", "")) {
            // Given
            Instant now = Instant.now();
            // When
            TestRevocations.start().publish(new Revocation.OfUserInSession("alice", session, now, now.plusSeconds(60)));
            // Then
            assertThat(alice.awaitEnd()).extracting(SseEvent::data).containsExactly("{\"reason\":\"token-revoked\"}");
            assertThat(bob.isEnded()).isFalse();
        }
    }
}
