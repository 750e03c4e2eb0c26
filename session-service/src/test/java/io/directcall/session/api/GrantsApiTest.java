package io.directcall.session.api;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.directcall.contracts.media.TrackKind;
import io.directcall.contracts.session.Role;
import io.directcall.contracts.session.SessionEvent.ParticipantJoined;
import io.directcall.session.testing.Client;
import io.directcall.session.testing.Database;
import io.directcall.session.testing.Kafka;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a call token lets its holder send. */
@QuarkusTest
class GrantsApiTest {
    private final String sid = "grants-" + UUID.randomUUID();

    @BeforeAll
    static void tokens() {
        Client.newTokens();
    }

    @Test
    void areThoseOfTheToken() {
        // Given
        Client anna = Client.publishing(sid, "anna", "camera");

        // When
        Response answer = anna.join("{\"audioMuted\":false}");

        // Then
        answer.then()
                .statusCode(201)
                .body("data.participant.publishes", equalTo(List.of("camera")))
                .body("data.participant.audioMuted", equalTo(true))
                .body("data.participant.videoPaused", equalTo(false));
        anna.read().then().body("data.participants[0].publishes", equalTo(List.of("camera")));
    }

    @Test
    void arePublished() {
        // Given
        try (Kafka kafka = new Kafka()) {
            // When
            Client.publishing(sid, "anna").joined();

            // Then
            await().atMost(10, SECONDS)
                    .untilAsserted(() -> assertThat(kafka.events(sid)).hasSize(2));
            assertThat(kafka.events(sid).getLast())
                    .isInstanceOfSatisfying(
                            ParticipantJoined.class,
                            joined ->
                                    assertThat(joined.participant().publishes()).isEmpty());
        }
    }

    @Test
    void areAllWhenTheTokenDoesNotSay() {
        // When
        Response answer = Client.of(sid, "anna").join("{}");

        // Then
        answer.then().body("data.participant.publishes", containsInAnyOrder("audio", "camera", "screen"));
    }

    @Test
    void areNoneForAViewer() {
        // When
        Response answer = Client.of(sid, "vera", Role.VIEWER).join("{}");

        // Then
        answer.then().body("data.participant.publishes", equalTo(List.of()));
    }

    @Test
    void areWhatTheRoleAllowsForWhoeverJoinedBeforeThereWereAny() {
        // Given
        Client anna = Client.of(sid, "anna");
        Database.update("update participants set publishes = null where id = ?", anna.joined());

        // When
        Response answer = anna.read();

        // Then
        assertThat(answer.jsonPath().<String>getList("data.participants[0].publishes"))
                .hasSize(TrackKind.values().length);
    }

    @ParameterizedTest
    @CsvSource({
        "camera, audioMuted, false, audio",
        "audio, videoPaused, false, camera",
        "audio, screenSharing, true, screen"
    })
    void refuseWhatIsMissingAndNameIt(String granted, String field, boolean wanted, String missing) {
        // Given
        Client anna = Client.publishing(sid, "anna", granted);
        String pid = anna.joined();

        // When
        Response answer = anna.patch(pid, "{\"" + field + "\":" + wanted + "}");

        // Then
        answer.then()
                .statusCode(403)
                .body("error.code", equalTo("AUTH_ERR_NO_ACCESS"))
                .body("error.message", containsString("'" + missing + "'"));
    }

    @Test
    void ofWhomTheTokenIsNotUnderstoodNothingIsTaken() {
        // Given
        Client anna = Client.publishing(sid, "anna", "audio", "smell");

        // When
        Response answer = anna.join("{}");

        // Then
        answer.then().statusCode(401).body("error.code", equalTo("AUTH_ERR_TOKEN_INVALID_SIGNATURE"));
    }
}
