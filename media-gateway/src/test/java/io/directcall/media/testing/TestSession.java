package io.directcall.media.testing;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.directcall.contracts.media.MediaEvent;
import io.directcall.contracts.media.MediaEvent.OfferReady;
import io.directcall.contracts.media.TrackKind;
import io.directcall.contracts.media.View;
import io.directcall.contracts.session.CallType;
import io.directcall.contracts.session.EndReason;
import io.directcall.contracts.session.LeaveReason;
import io.directcall.contracts.session.Participant;
import io.directcall.contracts.session.Role;
import io.directcall.contracts.session.SessionEvent;
import io.directcall.service.test.TestCallTokens;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** One session of a test: speaks for session-service on Kafka and for the participants' browsers over HTTP. */
public final class TestSession {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final KafkaSide kafka;
    private final TestCallTokens tokens;
    private final String id = "s-" + UUID.randomUUID();
    private final Map<String, FakeClient> clients = new HashMap<>();
    private long seq;

    public TestSession(KafkaSide kafka, TestCallTokens tokens) {
        this.kafka = kafka;
        this.tokens = tokens;
    }

    /** The session's id. */
    public String id() {
        return id;
    }

    /** A participant id that no other test has. */
    public static String newParticipant() {
        return UUID.randomUUID().toString().replace("-", "").substring(0, 16);
    }

    public void start(CallType type) {
        kafka.publish(new SessionEvent.SessionStarted(id, ++seq, Instant.now(), type));
    }

    /** Joins; the user is named after the participant. */
    public String join(Role role) {
        return join(role, role.publishes());
    }

    /** Joins with a token that lets it send only this. */
    public String join(Role role, Set<TrackKind> publishes) {
        String pid = newParticipant();
        kafka.publish(new SessionEvent.ParticipantJoined(
                id, ++seq, Instant.now(), participant(pid, role, false, false, false, publishes)));
        return pid;
    }

    /**
     * A participant's microphone, camera or screen is switched on or off.
     *
     * @param by participant who asks for it; null for the application's server
     */
    public void update(String pid, boolean audioMuted, boolean videoPaused, boolean screenSharing, String by) {
        var now = participant(
                pid, Role.PARTICIPANT, audioMuted, videoPaused, screenSharing, Role.PARTICIPANT.publishes());
        kafka.publish(new SessionEvent.ParticipantUpdated(id, ++seq, Instant.now(), now, by));
    }

    private static Participant participant(
            String pid,
            Role role,
            boolean audioMuted,
            boolean videoPaused,
            boolean screenSharing,
            Set<TrackKind> publishes) {
        return new Participant(
                pid,
                uid(pid),
                pid,
                null,
                role,
                audioMuted,
                videoPaused,
                screenSharing,
                false,
                Instant.now(),
                publishes);
    }

    public void switchToVideo() {
        kafka.publish(new SessionEvent.SwitchedToVideo(id, ++seq, Instant.now(), null, null));
    }

    /** Joins, waits for the offer and answers it. */
    public String joinAndAnswer() {
        String pid = join(Role.PARTICIPANT);
        answer(offer(pid, offer -> true)).statusCode(202);
        return pid;
    }

    public void leave(String pid) {
        kafka.publish(new SessionEvent.ParticipantLeft(id, ++seq, Instant.now(), pid, uid(pid), LeaveReason.LEFT));
    }

    /** Tells what does not concern media. */
    public void keepAlive(String pid) {
        kafka.publish(new SessionEvent.KeptAlive(id, ++seq, Instant.now(), pid));
    }

    public void end() {
        kafka.publish(new SessionEvent.SessionEnded(id, ++seq, Instant.now(), EndReason.ENDED_FOR_ALL));
    }

    /** Answers as the participant's browser would. */
    public ValidatableResponse answer(OfferReady offer) {
        String sdp = clients.computeIfAbsent(offer.participantId(), pid -> new FakeClient())
                .answer(offer.sdp());
        return post(offer.participantId(), offer.revision(), sdp);
    }

    public ValidatableResponse post(String pid, int revision, String sdp) {
        return given().header("callToken", token(pid))
                .contentType("application/json")
                .body(Map.of("revision", revision, "sdp", sdp))
                .post("/v3/sessions/{sid}/participants/{pid}/media/answer", id, pid)
                .then();
    }

    /** Says how a participant shows the others. */
    public ValidatableResponse view(String pid, int others, View.Tile... tiles) {
        return given().header("callToken", token(pid))
                .contentType("application/json")
                .body(Map.of(
                        "others",
                        others,
                        "tiles",
                        Stream.of(tiles)
                                .map(tile -> Map.of(
                                        "participantId",
                                        tile.participantId(),
                                        "kind",
                                        tile.kind().name().toLowerCase(Locale.ROOT),
                                        "height",
                                        tile.height()))
                                .toList()))
                .post("/v3/sessions/{sid}/participants/{pid}/media/view", id, pid)
                .then();
    }

    public ValidatableResponse restart(String pid) {
        return given().header("callToken", token(pid))
                .post("/v3/sessions/{sid}/participants/{pid}/media/restart", id, pid)
                .then();
    }

    /** Reports the layers of the participant's camera. */
    public ValidatableResponse layers(String pid, String json) {
        return given().header("callToken", token(pid))
                .contentType("application/json")
                .body(json)
                .post("/v3/sessions/{sid}/participants/{pid}/media/layers", id, pid)
                .then();
    }

    /** A token of the participant's user for this session. */
    public String token(String pid) {
        return tokens.token(id, uid(pid), Role.PARTICIPANT);
    }

    /** The newest offer to a participant that is as wanted; waits for it. */
    public OfferReady offer(String pid, Predicate<OfferReady> wanted) {
        return await().atMost(PATIENCE)
                .until(() -> offers(pid).reversed().stream().filter(wanted).findFirst(), Optional::isPresent)
                .orElseThrow();
    }

    /** The newest offer to a participant that carries so many tracks of others. */
    public OfferReady offerWithTracks(String pid, int tracks) {
        return offer(pid, offer -> offer.tracks().size() == tracks);
    }

    /** All offers to a participant so far. */
    public List<OfferReady> offers(String pid) {
        return events(OfferReady.class).stream()
                .filter(offer -> offer.participantId().equals(pid))
                .toList();
    }

    /** All events of a type so far. */
    public <T extends MediaEvent> List<T> events(Class<T> type) {
        return kafka.events(id).stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    /** All events so far. */
    public List<MediaEvent> events() {
        return kafka.events(id);
    }

    private static String uid(String pid) {
        return "uid-" + pid;
    }
}
