package io.directcall.events.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.directcall.contracts.presence.PresenceEvent.OfStream;
import io.directcall.contracts.presence.PresenceEvent.SubscriberConnected;
import io.directcall.contracts.presence.PresenceEvent.SubscriberGone;
import io.directcall.events.testing.EventLog;
import io.directcall.events.testing.PresenceLog;
import io.directcall.events.testing.SmallLimits;
import io.directcall.events.testing.SseClient;
import io.directcall.events.testing.Streams;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(SmallLimits.class)
class PresenceTest {
    private final String session = Streams.newSession();

    @Inject
    ObjectMapper json;

    private Streams streams;
    private PresenceLog presence;

    @BeforeEach
    void start() {
        streams = new Streams();
        presence = new PresenceLog(json);
    }

    @AfterEach
    void stop() {
        presence.close();
        streams.close();
    }

    @Test
    void tellsThatAStreamOpenedAndThatItsClientWentAway() {
        // Given
        SseClient alice = streams.open(session, "alice", "");
        await().until(() -> presence.of(session).size() == 1);
        // When
        alice.close();
        // Then
        await().until(() -> presence.of(session).size() == 2);
        List<OfStream> events = presence.of(session);
        assertThat(events)
                .extracting(OfStream::getClass)
                .isEqualTo(List.of(SubscriberConnected.class, SubscriberGone.class));
        assertThat(events).extracting(OfStream::participantId).containsOnly("p-alice");
        assertThat(events).extracting(OfStream::uid).containsOnly("alice");
        assertThat(events.get(0).connectionId()).isEqualTo(events.get(1).connectionId());
    }

    @Test
    void tellsOfTheEndOfAStreamThatTheServerEnded() {
        // Given
        try (SseClient alice = streams.open(session, "alice", "")) {
            // When
            streams.log().session(session, EventLog.left("p-alice"));
            alice.awaitEnd();
            // Then
            await().until(() -> presence.of(session).size() == 2);
        }
    }

    @Test
    void namesTheReplicaThatSaysItIsAliveInEachStream() {
        // Given
        streams.open(session, "alice", "").close();
        await().until(() -> presence.of(session).size() == 2);
        // When
        String connection = presence.of(session).get(0).connectionId();
        String replica = connection.substring(0, connection.indexOf(':'));
        // Then: again and again
        await().until(() -> Collections.frequency(presence.replicas(), replica) > 2);
    }

    @Test
    void anObserverIsNobodysPresence() {
        // Given
        SseClient.open(Streams.uri(session, ""), streams.token(session, "alice"))
                .close();
        // When
        streams.open(session, "bob", "").close();
        // Then
        await().until(() -> presence.of(session).size() == 2);
        assertThat(presence.of(session)).extracting(OfStream::uid).containsOnly("bob");
    }
}
