package io.directcall.media.testing;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.directcall.contracts.media.MediaEvent;
import io.directcall.contracts.media.MediaEvent.OfferReady;
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
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

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

    /** Joins; the user is named after the participant. */
    public String join(Role role) {
        String pid = newParticipant();
        var participant = new Participant(pid, uid(pid), pid, null, role, false, false, false, false, Instant.now());
        kafka.publish(new SessionEvent.ParticipantJoined(id, ++seq, Instant.now(), participant));
        return pid;
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
