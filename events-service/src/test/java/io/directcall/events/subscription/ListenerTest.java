package io.directcall.events.subscription;

import static io.directcall.events.testing.Positions.sessionAt;
import static io.directcall.events.testing.Positions.userAt;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.directcall.contracts.media.ConnectionQuality;
import io.directcall.contracts.media.MediaEvent;
import io.directcall.contracts.media.MoveReason;
import io.directcall.events.log.Envelope;
import io.directcall.events.log.EnvelopeParser;
import io.directcall.events.log.TestEvents;
import io.directcall.events.position.Source;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListenerTest {
    private final TestEvents log = new TestEvents(sessionAt(0, 0));
    private final SessionListener listener = new SessionListener("s", "alice", "p1");

    @Test
    void receivesWhatIsForAll() {
        assertThat(listener.mayReceive(log.session("s", "ParticipantLeft", "p2")))
                .isTrue();
        assertThat(listener.mayReceive(log.media("s", "EndpointLost", "p2", null)))
                .isTrue();
    }

    @Test
    void receivesNothingOfOtherSessions() {
        assertThat(listener.mayReceive(log.session("s2", "SessionEnded"))).isFalse();
        assertThat(listener.mayReceive(log.media("s2", "OfferReady", "p1", "alice")))
                .isFalse();
    }

    @Test
    void receivesWhatIsAddressedToItsParticipantAndUser() {
        assertThat(listener.mayReceive(log.media("s", "OfferReady", "p1", "alice")))
                .isTrue();
        assertThat(listener.mayReceive(log.media("s", "OfferReady", "p2", "alice")))
                .isFalse();
        assertThat(listener.mayReceive(log.media("s", "OfferReady", "p1", "bob")))
                .isFalse();
        assertThat(listener.mayReceive(log.media("s", "OfferReady", null, "alice")))
                .isFalse();
    }

    @Test
    void anObserverReceivesNothingAddressed() {
        SessionListener observer = new SessionListener("s", "alice", null);
        assertThat(observer.mayReceive(log.media("s", "OfferReady", "p1", "alice")))
                .isFalse();
        assertThat(observer.mayReceive(log.session("s", "ParticipantLeft", "p1")))
                .isTrue();
    }

    @Test
    void aDeviceOfAUserReceivesWhatConcernsTheUser() {
        // Given
        TestEvents users = new TestEvents(userAt(0));
        Listener device = new UserListener("alice");
        // Then
        assertThat(device.mayReceive(users.event(Source.USER, "alice", new Envelope("IncomingCall", null, "alice", 0))))
                .isTrue();
        assertThat(device.mayReceive(users.event(Source.USER, "bob", new Envelope("IncomingCall", null, "bob", 0))))
                .isFalse();
    }

    @Test
    void agreesWithTheContractOnWhatIsAddressed() throws IOException {
        // Given
        Instant at = Instant.EPOCH;
        List<MediaEvent> all = List.of(
                new MediaEvent.OfferReady("s", 1, at, "p2", "bob", 1, 1, "v=0", List.of()),
                new MediaEvent.MediaWaiting("s", 2, at, "p2", "bob"),
                new MediaEvent.EndpointConnected("s", 3, at, "p2"),
                new MediaEvent.EndpointLost("s", 4, at, "p2"),
                new MediaEvent.DominantSpeakerChanged("s", 5, at, "p2"),
                new MediaEvent.ConnectionQualityChanged("s", 6, at, "p2", ConnectionQuality.POOR, 250),
                new MediaEvent.ConferenceMoved("s", 7, at, MoveReason.BRIDGE_FAILED));
        ObjectMapper json = new ObjectMapper().registerModule(new JavaTimeModule());
        // Then
        assertThat(all).extracting(Object::getClass).map(Class::getName).hasSameSizeAs(leaves(MediaEvent.class));
        for (MediaEvent event : all) {
            Envelope envelope = new EnvelopeParser()
                    .parse(json.writerFor(MediaEvent.class).writeValueAsBytes(event))
                    .orElseThrow();
            assertThat(listener.mayReceive(log.event(Source.MEDIA, "s", envelope)))
                    .as(envelope.type())
                    .isEqualTo(!(event instanceof MediaEvent.Addressed));
        }
    }

    private static List<Class<?>> leaves(Class<?> sealed) {
        return java.util.Arrays.stream(sealed.getPermittedSubclasses())
                .<Class<?>>mapMulti((type, out) -> {
                    if (type.isSealed()) {
                        leaves(type).forEach(out);
                    } else {
                        out.accept(type);
                    }
                })
                .distinct()
                .toList();
    }
}
