package io.directcall.session.api;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;

import io.directcall.contracts.session.Role;
import io.directcall.contracts.session.SessionEvent;
import io.directcall.session.testing.Client;
import io.directcall.session.testing.Kafka;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class JoinTest {
    @BeforeAll
    static void tokens() {
        Client.newTokens();
    }

    @Test
    void answersAllThatAClientNeeds() {
        // Given
        Client anna = Client.of("join-1", "anna");
        long before = System.currentTimeMillis();

        // When
        Response answer = anna.join("{\"audioMuted\":true,\"callType\":\"audio\"}");

        // Then
        answer.then()
                .statusCode(201)
                .body("data.participant.participantId", matchesPattern("[0-9a-f]{16}"))
                .body("data.participant.uid", equalTo("anna"))
                .body("data.participant.role", equalTo("participant"))
                .body("data.participant.audioMuted", equalTo(true))
                .body("data.participant.videoPaused", equalTo(true))
                .body("data.session.sessionId", equalTo("join-1"))
                .body("data.session.type", equalTo("audio"))
                .body("data.session.state", equalTo("active"))
                .body("data.session.seq", equalTo(2))
                .body("data.session.participants", hasSize(1))
                .body("data.iceServers", empty());
        long cursor = Long.parseLong(answer.path("data.cursor"));
        long joinedAt = Instant.parse(answer.path("data.participant.joinedAt")).toEpochMilli();
        assertThat(cursor).isBetween(before - 5_000, joinedAt - 5_000);
    }

    @Test
    void isPublished() {
        // Given
        try (Kafka kafka = new Kafka()) {
            // When
            String participantId = Client.of("join-2", "anna").joined();

            // Then
            await().atMost(10, SECONDS)
                    .untilAsserted(() -> assertThat(kafka.events("join-2")).hasSize(2));
            List<SessionEvent> events = kafka.events("join-2");
            assertThat(events.getFirst()).isInstanceOf(SessionEvent.SessionStarted.class);
            assertThat(events.getLast()).isInstanceOfSatisfying(SessionEvent.ParticipantJoined.class, joined -> {
                assertThat(joined.seq()).isEqualTo(2);
                assertThat(joined.participant().participantId()).isEqualTo(participantId);
            });
        }
    }

    @Test
    void needsNeitherBodyNorContentType() throws Exception {
        // Given
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(RestAssured.baseURI + ":" + RestAssured.port + "/v3/sessions/join-3/participants"))
                .header("callToken", Client.of("join-3", "anna").token())
                .POST(BodyPublishers.noBody())
                .build();

        // When
        HttpResponse<String> answer;
        try (HttpClient browser = HttpClient.newHttpClient()) {
            answer = browser.send(request, BodyHandlers.ofString());
        }

        // Then
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    @Test
    void takesAnEmptyJsonBody() {
        // Given
        Client anna = Client.of("join-4", "anna");

        // When
        Response answer = anna.request().contentType(ContentType.JSON).post("/v3/sessions/join-4/participants");

        // Then
        answer.then().statusCode(201);
    }

    @Test
    void worksUnderTheAliasOfThePath() {
        // Given
        Client anna = Client.of("join-5", "anna");

        // When
        Response answer = anna.request().contentType(ContentType.JSON).post("/v3.0/sessions/join-5/participants");

        // Then
        answer.then().statusCode(201);
    }

    @Test
    void showsWhoIsThereAlready() {
        // Given
        String anna = Client.of("join-6", "anna").joined();

        // When
        Response answer = Client.of("join-6", "vera", Role.VIEWER).join("{\"audioMuted\":false}");

        // Then
        answer.then()
                .statusCode(201)
                .body("data.session.seq", equalTo(3))
                .body("data.session.participants[0].participantId", equalTo(anna))
                .body("data.session.participants[1].role", equalTo("viewer"))
                .body("data.participant.audioMuted", equalTo(true));
    }

    @Test
    void needsAToken() {
        // When
        Response answer = RestAssured.given().contentType(ContentType.JSON).post("/v3/sessions/join-7/participants");

        // Then
        answer.then()
                .statusCode(401)
                .body("error.code", equalTo("AUTH_ERR_EMPTY_CALL_TOKEN"))
                .body("error.source", equalTo("session-service"));
    }

    @Test
    void needsATokenOfThisSession() {
        // When
        Response answer = Client.of("join-8", "anna")
                .request()
                .contentType(ContentType.JSON)
                .post("/v3/sessions/another/participants");

        // Then
        answer.then().statusCode(403).body("error.code", equalTo("ERR_CALL_NOT_A_PART"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"audioMuted\":\"yes\"} | audioMuted",
                "{\"audioMuted\":\"true\"} | audioMuted",
                "{\"videoPaused\":1} | videoPaused",
                "{\"callType\":\"hologram\"} | callType",
                "{\"callType\":0} | callType",
                "[] | body",
                "{\"audioMuted\": | JSON",
            })
    void refusesABadBodyAndNamesTheField(String body, String named) {
        // When
        Response answer = Client.of("join-9", "anna").join(body);

        // Then
        answer.then()
                .statusCode(400)
                .body("error.code", equalTo("ERR_BAD_REQUEST"))
                .body("error.message", containsString(named));
    }

    @Test
    void refusesABadSessionId() {
        // When
        Response answer = Client.server().get("/v3/sessions/{id}", "no spaces please");

        // Then
        answer.then().statusCode(400).body("error.message", containsString("sessionId"));
    }
}
