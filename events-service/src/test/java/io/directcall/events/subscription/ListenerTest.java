package io.directcall.events.subscription;

import static io.directcall.events.testing.Positions.sessionAt;
import static io.directcall.events.testing.Positions.userAt;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.directcall.contracts.media.ConnectionQuality;
import io.directcall.contracts.media.MediaEvent;
import io.directcall.contracts.media.MoveReason;
import io.directcall.contracts.session.Role;
import io.directcall.contracts.session.SessionEvent;
import io.directcall.events.log.Address;
import io.directcall.events.log.Envelope;
import io.directcall.events.log.EnvelopeParser;
import io.directcall.events.log.LogEvent;
import io.directcall.events.log.TestEvents;
import io.directcall.events.position.Source;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ListenerTest {
    private final ObjectMapper json = new ObjectMapper().registerModule(new JavaTimeModule());
    private final TestEvents log = new TestEvents(sessionAt(0, 0));
    private final SessionListener listener = new SessionListener("s", "alice", Role.PARTICIPANT, "p1");

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
        SessionListener observer = new SessionListener("s", "alice", Role.PARTICIPANT, null);
        assertThat(observer.mayReceive(log.media("s", "OfferReady", "p1", "alice")))
                .isFalse();
        assertThat(observer.mayReceive(log.session("s", "ParticipantLeft", "p1")))
                .isTrue();
    }

    @Test
    void whatIsForModeratorsNeedsTheRoleOfTheToken() {
        // Given
        LogEvent banned = log.event(Source.SESSION, "s", new Envelope("UserBanned", null, "bob", "moderators", 0));
        // Then
        assertThat(new SessionListener("s", "mo", Role.MODERATOR, "p9").mayReceive(banned))
                .isTrue();
        assertThat(new SessionListener("s", "mo", Role.MODERATOR, null).mayReceive(banned))
                .isTrue();
        assertThat(new SessionListener("s2", "mo", Role.MODERATOR, "p9").mayReceive(banned))
                .isFalse();
        assertThat(new SessionListener("s", "bob", Role.PARTICIPANT, "p1").mayReceive(banned))
                .isFalse();
        assertThat(new SessionListener("s", "bob", Role.VIEWER, "p1").mayReceive(banned))
                .isFalse();
        assertThat(new UserListener("s").mayReceive(banned)).isFalse();
    }

    @Test
    void whatIsForAnUnknownAudienceIsForNobody() {
        // Given
        LogEvent newer = log.event(Source.SESSION, "s", new Envelope("Newer", "p1", "alice", "hosts", 0));
        // Then
        assertThat(listener.mayReceive(newer)).isFalse();
        assertThat(new SessionListener("s", "mo", Role.MODERATOR, "p1").mayReceive(newer))
                .isFalse();
    }

    @ParameterizedTest
    @MethodSource("forModerators")
    void agreesWithTheContractOnWhatIsForModerators(SessionEvent.ForModerators event) throws IOException {
        // When
        Envelope envelope = new EnvelopeParser()
                .parse(json.writerFor(SessionEvent.class).writeValueAsBytes(event))
                .orElseThrow();
        // Then
        assertThat(Address.of(Source.SESSION, "s", envelope)).isInstanceOf(Address.Moderators.class);
    }

    static List<SessionEvent.ForModerators> forModerators() {
        return List.of(
                new SessionEvent.UserBanned("s", Instant.EPOCH, "bob", null),
                new SessionEvent.UserUnbanned("s", Instant.EPOCH, "bob"));
    }

    @Test
    void aDeviceOfAUserReceivesWhatConcernsTheUser() {
        // Given
        TestEvents users = new TestEvents(userAt(0));
        Listener device = new UserListener("alice");
        // Then
        assertThat(device.mayReceive(
                        users.event(Source.USER, "alice", new Envelope("IncomingCall", null, "alice", null, 0))))
                .isTrue();
        assertThat(device.mayReceive(
                        users.event(Source.USER, "bob", new Envelope("IncomingCall", null, "bob", null, 0))))
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
