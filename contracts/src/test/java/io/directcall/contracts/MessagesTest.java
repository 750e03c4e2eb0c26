package io.directcall.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.directcall.contracts.apikey.ApiKeyScope;
import io.directcall.contracts.audit.AuditActor;
import io.directcall.contracts.audit.AuditEvent;
import io.directcall.contracts.bridge.BridgeEvent;
import io.directcall.contracts.bridge.BridgeState;
import io.directcall.contracts.media.ConnectionQuality;
import io.directcall.contracts.media.MediaCommand;
import io.directcall.contracts.media.MediaEvent;
import io.directcall.contracts.media.MoveReason;
import io.directcall.contracts.media.RemoteTrack;
import io.directcall.contracts.media.SimulcastLayer;
import io.directcall.contracts.media.TrackKind;
import io.directcall.contracts.media.View;
import io.directcall.contracts.presence.PresenceEvent;
import io.directcall.contracts.session.CallType;
import io.directcall.contracts.session.EndReason;
import io.directcall.contracts.session.LeaveReason;
import io.directcall.contracts.session.Participant;
import io.directcall.contracts.session.Role;
import io.directcall.contracts.session.SessionEvent;
import io.directcall.contracts.token.Revocation;
import io.directcall.contracts.user.CallStatus;
import io.directcall.contracts.user.ReceiverType;
import io.directcall.contracts.user.RejectReason;
import io.directcall.contracts.user.RingingCall;
import io.directcall.contracts.user.User;
import io.directcall.contracts.user.UserEvent;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class MessagesTest {
    private static final Instant AT = Instant.parse("2026-03-01T10:00:00.123Z");
    private static final Participant ADA =
            new Participant("00000000000000aa", "ada", "Ada", null, Role.PARTICIPANT, true, false, false, false, AT);

    private static final RingingCall CALL = new RingingCall(
            "s",
            CallType.VIDEO,
            CallStatus.INITIATED,
            new User("ada", "Ada", null),
            "bob",
            ReceiverType.USER,
            AT,
            AT.plusSeconds(45),
            Map.of("ticket", 7));

    private static final AuditActor BOB = new AuditActor(AuditActor.Kind.USER, "bob", "203.0.113.9");

    private final ObjectMapper json = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    @TestFactory
    Stream<DynamicTest> eachMessageComesBackAsItWasSent() {
        return Stream.of(
                        message(SessionEvent.class, new SessionEvent.SessionStarted("s", 1, AT, CallType.AUDIO)),
                        message(SessionEvent.class, new SessionEvent.ParticipantJoined("s", 2, AT, ADA)),
                        message(SessionEvent.class, new SessionEvent.ParticipantUpdated("s", 3, AT, ADA, "p2")),
                        message(
                                SessionEvent.class,
                                new SessionEvent.ParticipantLeft("s", 4, AT, "p", "ada", LeaveReason.CONNECTION_LOST)),
                        message(
                                SessionEvent.class,
                                new SessionEvent.ParticipantLeft("s", 4, AT, "p", "ada", LeaveReason.KICKED, true)),
                        message(SessionEvent.class, new SessionEvent.UserBanned("s", AT, "ada", AT)),
                        message(SessionEvent.class, new SessionEvent.UserBanned("s", AT, "ada", null)),
                        message(SessionEvent.class, new SessionEvent.UserUnbanned("s", AT, "ada")),
                        message(Revocation.class, new Revocation.OfToken("t", AT, AT)),
                        message(Revocation.class, new Revocation.OfUser("ada", AT, AT)),
                        message(Revocation.class, new Revocation.OfUserInSession("ada", "s", AT, AT)),
                        message(Revocation.class, new Revocation.Ban("ada", "s", AT, null)),
                        message(SessionEvent.class, new SessionEvent.VideoRequested("s", 5, AT, "p", AT)),
                        message(SessionEvent.class, new SessionEvent.SwitchedToVideo("s", 6, AT, "p", "q")),
                        message(SessionEvent.class, new SessionEvent.IdleWarning("s", 7, AT, "p", AT)),
                        message(SessionEvent.class, new SessionEvent.KeptAlive("s", 8, AT, "p")),
                        message(UserEvent.class, new UserEvent.IncomingCall("bob", 1, AT, CALL)),
                        message(UserEvent.class, new UserEvent.CallAccepted("ada", 2, AT, CALL, "bob")),
                        message(
                                UserEvent.class,
                                new UserEvent.CallRejected("ada", 3, AT, CALL, "bob", RejectReason.BUSY)),
                        message(UserEvent.class, new UserEvent.CallCancelled("bob", 4, AT, CALL)),
                        message(UserEvent.class, new UserEvent.CallUnanswered("bob", 5, AT, CALL)),
                        message(UserEvent.class, new UserEvent.CallEnded("bob", 6, AT, CALL, null)),
                        message(SessionEvent.class, new SessionEvent.SessionEnded("s", 5, AT, EndReason.EVERYONE_LEFT)),
                        message(
                                MediaEvent.class,
                                new MediaEvent.OfferReady(
                                        "s",
                                        1,
                                        AT,
                                        "p",
                                        "ada",
                                        1,
                                        2,
                                        "v=0",
                                        List.of(new RemoteTrack("3", "q", TrackKind.SCREEN)))),
                        message(MediaEvent.class, new MediaEvent.MediaWaiting("s", 2, AT, "p", "ada")),
                        message(MediaEvent.class, new MediaEvent.EndpointConnected("s", 3, AT, "p")),
                        message(MediaEvent.class, new MediaEvent.EndpointLost("s", 4, AT, "p")),
                        message(MediaEvent.class, new MediaEvent.DominantSpeakerChanged("s", 5, AT, "p")),
                        message(
                                MediaEvent.class,
                                new MediaEvent.ConnectionQualityChanged("s", 6, AT, "p", ConnectionQuality.FAIR, 400)),
                        message(MediaEvent.class, new MediaEvent.ConferenceMoved("s", 7, AT, MoveReason.REQUESTED)),
                        message(
                                MediaCommand.class,
                                new MediaCommand.LayersReported(
                                        "s",
                                        "p",
                                        AT,
                                        2,
                                        List.of(new SimulcastLayer(5, 6L), new SimulcastLayer(7, null)))),
                        message(
                                MediaCommand.class,
                                new MediaCommand.ViewChanged(
                                        "s", "p", AT, new View(List.of(new View.Tile("q", TrackKind.CAMERA, 360)), 0))),
                        message(MediaCommand.class, new MediaCommand.MoveRequested("s", AT, "10.0.0.7-8080")),
                        message(
                                BridgeEvent.class,
                                new BridgeEvent.BridgeStateChanged(
                                        "10.0.0.7-8080",
                                        AT,
                                        "http://10.0.0.7:8080",
                                        "eu",
                                        BridgeState.DRAINING,
                                        "asked to drain")),
                        message(MediaCommand.class, new MediaCommand.AnswerReceived("s", "p", AT, 3, "v=0")),
                        message(MediaCommand.class, new MediaCommand.RestartRequested("s", "p", AT)),
                        message(PresenceEvent.class, new PresenceEvent.SubscriberConnected("s", "p", "ada", "c", AT)),
                        message(PresenceEvent.class, new PresenceEvent.SubscriberGone("s", "p", "ada", "c", AT)),
                        message(PresenceEvent.class, new PresenceEvent.ReplicaAlive("r", AT)),
                        message(AuditEvent.class, new AuditEvent.UserDeleted(AT, BOB, "ada")),
                        message(AuditEvent.class, new AuditEvent.AuthTokenIssued(AT, BOB, "ada", "0f")),
                        message(AuditEvent.class, new AuditEvent.AuthTokenRevoked(AT, BOB, "ada", "0f")),
                        message(
                                AuditEvent.class,
                                new AuditEvent.CallTokenIssued(AT, BOB, "ada", "s", "j", Role.VIEWER, AT)),
                        message(AuditEvent.class, new AuditEvent.SigningKeyMade(AT, AuditActor.SYSTEM, "kid", AT)),
                        message(AuditEvent.class, new AuditEvent.ApiKeyMade(AT, BOB, "k", ApiKeyScope.AUTH_ONLY)),
                        message(AuditEvent.class, new AuditEvent.ApiKeyRevoked(AT, BOB, "k")),
                        message(AuditEvent.class, new AuditEvent.CallTokensRevoked(AT, BOB, null, "ann", "s", true)),
                        message(AuditEvent.class, new AuditEvent.BanLifted(AT, BOB, "ann", "s")),
                        message(AuditEvent.class, new AuditEvent.ParticipantKicked(AT, BOB, "s", "p", "ada")),
                        message(AuditEvent.class, new AuditEvent.SessionEndedForAll(AT, BOB, "s")))
                .map(m -> DynamicTest.dynamicTest(
                        m.value().getClass().getSimpleName(),
                        () -> assertThat(roundTrip(m)).isEqualTo(m.value())));
    }

    @TestFactory
    Stream<DynamicTest> eachKindOfMessageHasItsOwnTypeName() {
        return Stream.of(
                        SessionEvent.class,
                        MediaEvent.class,
                        MediaCommand.class,
                        PresenceEvent.class,
                        UserEvent.class,
                        BridgeEvent.class,
                        AuditEvent.class)
                .map(root -> DynamicTest.dynamicTest(
                        root.getSimpleName(),
                        () -> assertThat(namesOf(root))
                                .containsExactlyInAnyOrderElementsOf(
                                        leavesOf(root).map(Class::getSimpleName).toList())));
    }

    @Test
    void anEventReadsAsTheStreamShowsIt() throws Exception {
        // When
        String text = json.writeValueAsString(
                new SessionEvent.ParticipantLeft("room", 7, AT, "p1", "ada", LeaveReason.KICKED));

        // Then
        assertThat(text)
                .isEqualTo(
                        "{\"type\":\"ParticipantLeft\",\"sessionId\":\"room\",\"seq\":7,\"at\":\"2026-03-01T10:00:00.123Z\","
                                + "\"participantId\":\"p1\",\"uid\":\"ada\",\"reason\":\"kicked\"}");
    }

    @Test
    void aParticipantOfAnEarlierVersionMaySendWhatItsRoleAllows() throws Exception {
        // Given
        String earlier = "{\"participantId\":\"p\",\"uid\":\"u\",\"name\":\"n\",\"role\":\"participant\"}";

        // When
        Participant read = json.readValue(earlier, Participant.class);

        // Then
        assertThat(read.publishes()).containsExactlyInAnyOrder(TrackKind.values());
    }

    @Test
    void aViewerSendsNothingWhateverItsTokenSays() {
        assertThat(Role.VIEWER.limit(Set.of(TrackKind.AUDIO))).isEmpty();
    }

    private Object roundTrip(Message message) throws Exception {
        return json.readValue(json.writerFor(message.root()).writeValueAsString(message.value()), message.root());
    }

    private static Message message(Class<?> root, Object value) {
        return new Message(root, value);
    }

    private static List<String> namesOf(Class<?> root) {
        return Arrays.stream(root.getAnnotation(JsonSubTypes.class).value())
                .map(JsonSubTypes.Type::name)
                .toList();
    }

    private static Stream<Class<?>> leavesOf(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(MessagesTest::leavesOf)
                : Stream.of(type);
    }

    private record Message(Class<?> root, Object value) {}
}
