package io.directcall.session.history;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.directcall.session.testing.Client;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MeetingHistoryTest {
    private static History history;

    private final String sid = "history-" + UUID.randomUUID();
    private final Client anna = Client.of(sid, "anna");
    private final Client ben = Client.of(sid, "ben");

    @Inject
    Pool database;

    @BeforeAll
    static void tokens() {
        Client.newTokens();
        history = new History();
    }

    /** Moves what happened to {@code minutes} before a certain noon. */
    private void ago(String table, String column, int minutes, String where) {
        String sql = "update " + table + " set " + column
                + " = timestamptz '2026-01-01 12:00Z' - make_interval(mins => $1) where " + where;
        database.preparedQuery(sql).execute(Tuple.of(minutes, sid)).await().indefinitely();
    }

    private void callAgo(String column, int minutes) {
        ago("calls", column, minutes, "session_id = $2");
    }

    private void participantAgo(String uid, String column, int minutes) {
        ago(
                "call_participants",
                column,
                minutes,
                "uid = '" + uid + "' and call_id in (select id from calls where session_id = $2)");
    }

    @Test
    void aMeetingIsThereWhileItRuns() {
        // When
        anna.join("{\"callType\":\"audio\"}");

        // Then
        History.call(sid)
                .statusCode(200)
                .body("data.sessionId", equalTo(sid))
                .body("data.mode", equalTo("meet"))
                .body("data.type", equalTo("audio"))
                .body("data.status", equalTo("ongoing"))
                .body("data.initiator", equalTo("anna"))
                .body("data.receiver", equalTo(sid))
                .body("data.receiverType", equalTo("group"))
                .body("data.endedAt", nullValue())
                .body("data.startedAt", greaterThan(1_700_000_000))
                .body("data.totalDuration", matchesPattern("00:00:\\d\\d"))
                .body("data.totalParticipants", equalTo(1))
                .body("data.hasRecording", equalTo(false))
                .body("data.recordings", hasSize(0))
                .body("data.participants[0].isJoined", equalTo(true))
                .body("data.participants[0].hasJoined", equalTo(true))
                .body("data.participants[0].state", equalTo("ongoing"))
                .body("data.data.entities.initiator.entity.uid", equalTo("anna"))
                .body("data.data.entities.receiver.entity.guid", equalTo(sid));
    }

    @Test
    void minutesAreThoseOfAudioAndOfVideo() {
        // Given
        String annasId = anna.joined();
        String bensId = ben.joined();
        ben.remove(bensId).then().statusCode(204);
        anna.remove(annasId).then().statusCode(204);

        // When it was an audio call for 6 of its 10 minutes, and Ben left at that moment after 4
        callAgo("started_at", 20);
        callAgo("video_since", 14);
        callAgo("ended_at", 10);
        participantAgo("anna", "joined_at", 20);
        participantAgo("anna", "left_at", 10);
        participantAgo("ben", "joined_at", 18);
        participantAgo("ben", "left_at", 14);

        // Then
        History.call(sid)
                .body("data.status", equalTo("ended"))
                .body("data.totalDuration", equalTo("00:10:00"))
                .body("data.totalDurationInMinutes", equalTo(10.0f))
                .body("data.totalAudioMinutes", equalTo(10.0f))
                .body("data.totalVideoMinutes", equalTo(4.0f))
                .body("data.participants.uid", contains("anna", "ben"))
                .body("data.participants.totalAudioMinutes", contains(6.0f, 4.0f))
                .body("data.participants.totalVideoMinutes", contains(4.0f, 0.0f))
                .body("data.participants.totalDurationInMinutes", contains(10.0f, 4.0f))
                .body("data.participants.state", contains("ended", "ended"))
                .body("data.participants[1].deviceID", equalTo(bensId));
    }

    @Test
    void goingOnWithVideoMakesItAVideoCall() {
        // Given
        anna.join("{\"callType\":\"audio\"}");

        // When
        Client.server().post("/v3/sessions/" + sid + "/switch-to-video").then().statusCode(200);

        // Then
        History.call(sid).body("data.type", equalTo("video"));
        History.list("uid=anna&type=video&guid=" + sid).then().body("data.sessionId", contains(sid));
        History.list("uid=anna&type=audio&guid=" + sid).then().body("data", hasSize(0));
    }

    @Test
    void aSessionThatStartsAgainIsAnotherCall() {
        // Given
        anna.joined();
        Client.server().delete("/v3/sessions/" + sid).then().statusCode(204);
        String first = History.call(sid).extract().path("data.mid");

        // When
        ben.joined();

        // Then
        History.call(sid).body("data.mid", not(equalTo(first))).body("data.initiator", equalTo("ben"));
        History.list("guid=" + sid).then().body("data.status", contains("ongoing", "ended"));
        history.of("anna").get("/v3/calls/" + sid).then().body("data.mid", contains(first));
    }

    @Test
    void whoeverJoinsTwiceIsOneUserWithTwoEntries() {
        // Given
        anna.joined();

        // When
        anna.joined();

        // Then
        History.call(sid).body("data.totalParticipants", equalTo(1)).body("data.participants", hasSize(2));
        History.list("uid=anna&guid=" + sid).then().body("data", hasSize(1));
    }
}
