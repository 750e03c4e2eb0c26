package io.directcall.session.api;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.directcall.contracts.session.Role;
import io.directcall.contracts.session.SessionEvent;
import io.directcall.session.testing.Client;
import io.directcall.session.testing.Kafka;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MembersTest {
    private final String sid = "members-" + UUID.randomUUID();
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
    void aParticipantChangesItself() {
        // Given
        String pid = anna.joined();

        // When
        Response answer = anna.patch(pid, "{\"audioMuted\":true,\"handRaised\":true}");

        // Then
        answer.then()
                .statusCode(200)
                .body("data.participantId", equalTo(pid))
                .body("data.audioMuted", equalTo(true))
                .body("data.videoPaused", equalTo(false))
                .body("data.handRaised", equalTo(true));
        assertThat(published(3).getLast()).isInstanceOfSatisfying(SessionEvent.ParticipantUpdated.class, updated -> {
            assertThat(updated.updatedBy()).isEqualTo(pid);
            assertThat(updated.participant().audioMuted()).isTrue();
        });
    }

    @Test
    void aChangeToTheSameIsAnsweredButNotPublished() {
        // Given
        String pid = anna.joined();
        anna.patch(pid, "{\"audioMuted\":true}");

        // When
        Response answer = anna.patch(pid, "{\"audioMuted\":true}");

        // Then
        answer.then().statusCode(200).body("data.audioMuted", equalTo(true));
        anna.read().then().body("data.seq", equalTo(3));
    }

    @Test
    void anothersHandMayNotBeLowered() {
        // Given
        String pid = anna.joined();
        ben.joined();

        // When
        Response answer = ben.patch(pid, "{\"handRaised\":false}");

        // Then
        answer.then().statusCode(403).body("error.code", equalTo("ERR_CALL_NOT_A_PART"));
    }

    @Test
    void aModeratorChangesAnother() {
        // Given
        String pid = anna.joined();

        // When
        Response answer = mia.patch(pid, "{\"audioMuted\":true}");

        // Then
        answer.then().statusCode(200).body("data.audioMuted", equalTo(true));
    }

    @Test
    void theServerChangesAnyone() {
        // Given
        String pid = anna.joined();

        // When
        Response answer = Client.server()
                .contentType(ContentType.JSON)
                .body("{\"videoPaused\":true}")
                .patch("/v3/sessions/" + sid + "/participants/" + pid);

        // Then
        answer.then().statusCode(200).body("data.videoPaused", equalTo(true));
    }

    @Test
    void aViewerMayNotUnmute() {
        // Given
        Client vera = Client.of(sid, "vera", Role.VIEWER);
        String pid = vera.joined();

        // When
        Response answer = vera.patch(pid, "{\"audioMuted\":false}");

        // Then
        answer.then().statusCode(403).body("error.code", equalTo("AUTH_ERR_NO_ACCESS"));
    }

    @Test
    void aBadChangeIsRefusedWithTheNameOfItsField() {
        // Given
        String pid = anna.joined();

        // When
        Response answer = anna.patch(pid, "{\"handRaised\":[true]}");

        // Then
        answer.then().statusCode(400).body("error.message", containsString("handRaised"));
    }

    @Test
    void aChangeNeedsABody() {
        // Given
        String pid = anna.joined();

        // When
        Response answer =
                anna.request().contentType(ContentType.JSON).patch("/v3/sessions/" + sid + "/participants/" + pid);

        // Then
        answer.then().statusCode(400).body("error.code", equalTo("ERR_BAD_REQUEST"));
    }

    @Test
    void anUnknownParticipantIsNotFound() {
        // Given
        anna.joined();

        // When
        Response answer = anna.patch("0123456789abcdef", "{}");

        // Then
        answer.then().statusCode(404).body("error.code", equalTo("ERR_CALL_PARTICIPANT_NOT_FOUND"));
    }

    @Test
    void aSessionThatNobodyJoinedIsNotFound() {
        // When
        Response answer = anna.read();

        // Then
        answer.then().statusCode(404).body("error.code", equalTo("ERR_CALL_SESSION_NOT_FOUND"));
    }
}
