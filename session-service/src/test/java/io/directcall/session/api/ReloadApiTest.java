package io.directcall.session.api;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.directcall.contracts.presence.PresenceEvent.SubscriberConnected;
import io.directcall.contracts.session.LeaveReason;
import io.directcall.contracts.session.Role;
import io.directcall.contracts.session.SessionEvent;
import io.directcall.contracts.session.SessionEvent.ParticipantLeft;
import io.directcall.contracts.session.SessionEvent.ParticipantUpdated;
import io.directcall.contracts.topic.Topic;
import io.directcall.session.history.History;
import io.directcall.session.testing.Client;
import io.directcall.session.testing.Database;
import io.directcall.session.testing.Kafka;
import io.directcall.session.testing.ShortTimes;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(ShortTimes.class)
class ReloadApiTest {
    private final String sid = "reload-" + UUID.randomUUID();
    private final Client anna = Client.of(sid, "anna");
    private final Client ben = Client.of(sid, "ben");
    private final Kafka kafka = new Kafka();

    @BeforeAll
    static void tokens() {
        Client.newTokens();
        Kafka.awaitConsumers();
    }

    @AfterEach
    void close() {
        kafka.close();
    }

    /** With a stream, so that nothing but the page's going can end it. */
    private String joined(Client client, String uid) {
        String pid = client.joined();
        opened(pid, uid, uid + "-1");
        await().atMost(10, SECONDS).until(() -> isIn("STREAMING", pid));
        return pid;
    }

    private void opened(String pid, String uid, String stream) {
        kafka.publish(Topic.PRESENCE_EVENTS, sid, new SubscriberConnected(sid, pid, uid, stream, Instant.now()));
    }

    private static boolean isIn(String presence, String pid) {
        return Database.number("select count(*) from participants where id = ? and presence = ?", pid, presence) == 1;
    }

    private List<SessionEvent> published(int count) {
        await().atMost(10, SECONDS)
                .untilAsserted(() -> assertThat(kafka.events(sid)).hasSize(count));
        return kafka.events(sid);
    }

    @Test
    void whoeverDoesNotComeBackHasLeft() {
        // Given
        String pid = joined(anna, "anna");
        joined(ben, "ben");

        // When
        Response answer = anna.remove(pid, "1");

        // Then
        answer.then().statusCode(204);
        assertThat(published(4).getLast())
                .isInstanceOfSatisfying(
                        ParticipantLeft.class, left -> assertThat(left.reason()).isEqualTo(LeaveReason.LEFT));
    }

    @Test
    void aPageThatIsBackIsTheSameParticipant() {
        // Given
        String pid = joined(anna, "anna");
        joined(ben, "ben");
        anna.remove(pid, "30").then().statusCode(204);
        long before = System.currentTimeMillis();

        // When
        Response answer = anna.back(pid);

        // Then
        answer.then()
                .statusCode(200)
                .body("data.participant.participantId", equalTo(pid))
                .body("data.session.seq", equalTo(3))
                .body("data.session.participants.uid", equalTo(List.of("anna", "ben")))
                .body("data.iceServers", hasSize(0));
        assertThat(Long.parseLong(answer.path("data.cursor"))).isGreaterThanOrEqualTo(before - 5_000);
        assertThat(isIn("JOINING", pid)).isTrue();
    }

    @Test
    void anotherStreamBringsThePageBack() {
        // Given
        String pid = joined(anna, "anna");
        anna.remove(pid, "30").then().statusCode(204);
        assertThat(isIn("LEAVING", pid)).isTrue();

        // When
        opened(pid, "anna", "anna-2");

        // Then
        await().atMost(10, SECONDS).until(() -> isIn("STREAMING", pid));
    }

    @Test
    void withoutAGraceItLeavesAtOnceThoughItIsLeavingAlready() {
        // Given
        String pid = joined(anna, "anna");
        joined(ben, "ben");
        anna.remove(pid, "30").then().statusCode(204);

        // When
        Response answer = anna.remove(pid, "0");

        // Then
        answer.then().statusCode(204);
        ben.read().then().body("data.participants.uid", equalTo(List.of("ben")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "31", "1.5", "soon", "+5", "1e1", "0x5", "99999999999"})
    void refusesAGraceThatIsNoneAndNamesIt(String grace) {
        // Given
        String pid = anna.joined();

        // When
        Response answer = anna.remove(pid, grace);

        // Then
        answer.then()
                .statusCode(400)
                .body("error.code", equalTo("ERR_BAD_REQUEST"))
                .body("error.message", containsString("'grace'"));
    }

    @Test
    void aModeratorGivesNobodyAGrace() {
        // Given
        String pid = anna.joined();

        // When
        Response answer = Client.of(sid, "mia", Role.MODERATOR).remove(pid, "5");

        // Then
        answer.then().statusCode(403).body("error.code", equalTo("ERR_CALL_NOT_A_PART"));
    }

    @Test
    void whatThePageWantsOtherwiseIsAChangeOfItsOwn() {
        // Given
        String pid = joined(anna, "anna");
        anna.patch(pid, "{\"screenSharing\":true}").then().statusCode(200);

        // When
        Response answer = anna.join("{\"participantId\":\"" + pid + "\",\"audioMuted\":true}");

        // Then
        answer.then()
                .statusCode(200)
                .body("data.participant.audioMuted", equalTo(true))
                .body("data.participant.screenSharing", equalTo(false))
                .body("data.session.seq", equalTo(4));
        assertThat(published(4).getLast())
                .isInstanceOfSatisfying(
                        ParticipantUpdated.class,
                        updated -> assertThat(updated.updatedBy()).isEqualTo(pid));
    }

    @Test
    void anothersParticipantIsNotTakenOver() {
        // Given
        String pid = joined(anna, "anna");

        // When
        Response answer = ben.back(pid);

        // Then
        answer.then().statusCode(201).body("data.participant.participantId", not(equalTo(pid)));
    }

    @Test
    void aParticipantOfAnotherSessionIsNotTakenOver() {
        // Given
        String pid = joined(anna, "anna");
        Client elsewhere = Client.of("reload-" + UUID.randomUUID(), "anna");

        // When
        Response answer = elsewhere.back(pid);

        // Then
        answer.then()
                .statusCode(201)
                .body("data.participant.participantId", not(equalTo(pid)))
                .body("data.session.participants", hasSize(1));
    }

    @Test
    void whoeverIsNotThereAnyMoreJoins() {
        // Given
        String pid = anna.joined();
        anna.remove(pid).then().statusCode(204);

        // When
        Response answer = anna.back(pid);

        // Then
        answer.then().statusCode(201).body("data.participant.participantId", not(equalTo(pid)));
    }

    @Test
    void aTokenWithAnotherRoleIsAnotherParticipant() {
        // Given
        String pid = joined(anna, "anna");

        // When
        Response answer = Client.of(sid, "anna", Role.VIEWER).back(pid);

        // Then
        answer.then().statusCode(201).body("data.participant.role", equalTo("viewer"));
    }

    @Test
    void aTokenWithOtherGrantsIsAnotherParticipant() {
        // Given
        String pid = joined(anna, "anna");

        // When
        Response answer = Client.publishing(sid, "anna", "audio").back(pid);

        // Then
        answer.then().statusCode(201).body("data.participant.publishes", equalTo(List.of("audio")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "\"p1\"", "\"0123456789ABCDEF\"", "\"0123456789abcdef0\"", "1", "[]"})
    void refusesAMalformedIdAndNamesTheField(String id) {
        // When
        Response answer = anna.join("{\"participantId\":" + id + "}");

        // Then
        answer.then()
                .statusCode(400)
                .body("error.code", equalTo("ERR_BAD_REQUEST"))
                .body("error.message", containsString("participantId"));
    }

    @Test
    void aRepeatedRequestIsAnsweredAsBefore() {
        // Given
        String pid = joined(anna, "anna");
        Response first = keyed("k1", pid);
        anna.patch(pid, "{\"handRaised\":true}").then().statusCode(200);

        // When
        Response second = keyed("k1", pid);

        // Then
        first.then().statusCode(200).body("data.session.seq", equalTo(2));
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(second.body().asString()).isEqualTo(first.body().asString());
    }

    private Response keyed(String key, String pid) {
        return anna.request()
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body("{\"participantId\":\"" + pid + "\"}")
                .post("/v3/sessions/" + sid + "/participants");
    }

    @Test
    void theHistoryKnowsOneAttendance() {
        // Given
        String pid = joined(anna, "anna");
        anna.remove(pid, "30").then().statusCode(204);

        // When
        anna.back(pid).then().statusCode(200);

        // Then
        History.call(sid)
                .body("data.status", equalTo("ongoing"))
                .body("data.totalParticipants", equalTo(1))
                .body("data.participants", hasSize(1));
    }
}
