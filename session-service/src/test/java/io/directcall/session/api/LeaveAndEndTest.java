package io.directcall.session.api;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.directcall.contracts.audit.AuditActor;
import io.directcall.contracts.audit.AuditActor.Kind;
import io.directcall.contracts.audit.AuditEvent;
import io.directcall.contracts.session.EndReason;
import io.directcall.contracts.session.LeaveReason;
import io.directcall.contracts.session.Role;
import io.directcall.contracts.session.SessionEvent;
import io.directcall.contracts.session.SessionEvent.ParticipantLeft;
import io.directcall.contracts.session.SessionEvent.SessionEnded;
import io.directcall.service.test.TestAudit;
import io.directcall.session.testing.Client;
import io.directcall.session.testing.Kafka;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class LeaveAndEndTest {
    private final String sid = "leaving-" + UUID.randomUUID();
    private final Client anna = Client.of(sid, "anna");
    private final Client ben = Client.of(sid, "ben");
    private final Client mia = Client.of(sid, "mia", Role.MODERATOR);
    private final Kafka kafka = new Kafka();

    @BeforeAll
    static void tokens() {
        Client.newTokens();
    }

    @AfterEach
    void close() {
        kafka.close();
    }

    private List<SessionEvent> published(int count) {
        await().atMost(10, SECONDS)
                .untilAsserted(() -> assertThat(kafka.events(sid)).hasSize(count));
        return kafka.events(sid);
    }

    @Test
    void aParticipantLeaves() {
        // Given
        String pid = anna.joined();
        ben.joined();

        // When
        Response answer = anna.remove(pid);

        // Then
        answer.then().statusCode(204);
        ben.read().then().body("data.participants.uid", equalTo(List.of("ben"))).body("data.seq", equalTo(4));
        assertThat(published(4).getLast())
                .isInstanceOfSatisfying(
                        ParticipantLeft.class, left -> assertThat(left.reason()).isEqualTo(LeaveReason.LEFT));
    }

    @Test
    void aModeratorKicks() {
        // Given
        String pid = anna.joined();
        mia.joined();

        // When
        Response answer = mia.remove(pid);

        // Then
        answer.then().statusCode(204);
        assertThat(published(4).getLast())
                .isInstanceOfSatisfying(
                        ParticipantLeft.class, left -> assertThat(left.reason()).isEqualTo(LeaveReason.KICKED));
    }

    @Test
    void theServerKicksAndBans() {
        // Given
        String pid = anna.joined();
        mia.joined();

        // When
        Response answer =
                Client.server().queryParam("ban", "true").delete("/v3/sessions/" + sid + "/participants/" + pid);

        // Then
        answer.then().statusCode(204);
        assertThat(published(4).getLast())
                .isInstanceOfSatisfying(
                        ParticipantLeft.class, left -> assertThat(left.banned()).isTrue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"?ban=perhaps", "?ban=true&grace=5"})
    void refusesABanThatIsUnclear(String query) {
        // Given
        String pid = anna.joined();

        // When
        Response answer = Client.server().delete("/v3/sessions/" + sid + "/participants/" + pid + query);

        // Then
        answer.then().statusCode(400).body("error.code", equalTo("ERR_BAD_REQUEST"));
    }

    @Test
    void theAuditSaysWhoKickedWhomAndWhoEndedTheSessionAndNotWhoLeft() {
        // Given
        String pid = anna.joined();
        ben.remove(ben.joined());
        mia.joined();

        // When
        mia.remove(pid);
        Client.server().delete("/v3/sessions/" + sid);

        // Then
        try (TestAudit audit = new TestAudit()) {
            await().atMost(10, SECONDS)
                    .untilAsserted(() -> assertThat(audit.of(sid))
                            .satisfiesExactly(
                                    kicked -> {
                                        assertThat(kicked.by())
                                                .isEqualTo(new AuditActor(Kind.USER, "mia", "127.0.0.1"));
                                        assertThat(kicked)
                                                .isEqualTo(new AuditEvent.ParticipantKicked(
                                                        kicked.at(), kicked.by(), sid, pid, "anna"));
                                    },
                                    ended -> {
                                        assertThat(ended.by().kind()).isEqualTo(Kind.API_KEY);
                                        assertThat(ended)
                                                .isEqualTo(
                                                        new AuditEvent.SessionEndedForAll(ended.at(), ended.by(), sid));
                                    }));
        }
    }

    @Test
    void aParticipantMayNotKick() {
        // Given
        String pid = anna.joined();

        // When
        Response answer = ben.remove(pid);

        // Then
        answer.then().statusCode(403);
    }

    @Test
    void theLastWhoLeavesEndsTheSessionAndTheNextJoinStartsItAgain() {
        // Given
        anna.remove(anna.joined());
        anna.read()
                .then()
                .body("data.state", equalTo("ended"))
                .body("data.participants", hasSize(0))
                .body("data.seq", equalTo(4));

        // When
        ben.joined();

        // Then
        ben.read()
                .then()
                .body("data.state", equalTo("active"))
                .body("data.endedAt", nullValue())
                .body("data.seq", equalTo(6));
        assertThat(published(6)).extracting(SessionEvent::seq).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
    }

    @Test
    void aModeratorEndsTheSessionForAll() {
        // Given
        anna.joined();
        mia.joined();

        // When
        Response answer = mia.end();

        // Then
        answer.then().statusCode(204);
        List<SessionEvent> events = published(6);
        assertThat(events.subList(3, 5))
                .allSatisfy(
                        event -> assertThat(((ParticipantLeft) event).reason()).isEqualTo(LeaveReason.SESSION_ENDED));
        assertThat(((SessionEnded) events.getLast()).reason()).isEqualTo(EndReason.ENDED_FOR_ALL);
    }

    @Test
    void aParticipantOfThreeMayNotEndTheSession() {
        // Given
        anna.joined();
        anna.joined();
        anna.joined();

        // When
        Response answer = anna.end();

        // Then
        answer.then().statusCode(403).body("error.code", equalTo("AUTH_ERR_NO_ACCESS"));
    }

    @Test
    void aSessionThatEndedTakesNoChange() {
        // Given
        String pid = anna.joined();
        mia.end();

        // When
        Response answer = anna.patch(pid, "{\"audioMuted\":true}");

        // Then
        answer.then().statusCode(409).body("error.code", equalTo("ERR_CALL_TERMINATED"));
    }

    @Test
    void theServerReadsAndEndsAnySession() {
        // Given
        anna.joined();

        // When
        Response answer = Client.server().delete("/v3/sessions/" + sid);

        // Then
        answer.then().statusCode(204);
        Client.server().get("/v3/sessions/" + sid).then().statusCode(200).body("data.state", equalTo("ended"));
    }

    @Test
    void operatorsSeeWhySessionsEnd() {
        // Given
        double before = counted("SessionEnded", "ended_for_all");
        anna.joined();

        // When
        mia.end();

        // Then
        assertThat(counted("SessionEnded", "ended_for_all")).isEqualTo(before + 1);
    }

    private static double counted(String type, String reason) {
        String line = "session_events_total{reason=\"" + reason + "\",type=\"" + type + "\"";
        return given().get("/q/metrics")
                .asString()
                .lines()
                .filter(metric -> metric.startsWith(line))
                .mapToDouble(metric -> Double.parseDouble(metric.substring(metric.lastIndexOf(' '))))
                .sum();
    }
}
