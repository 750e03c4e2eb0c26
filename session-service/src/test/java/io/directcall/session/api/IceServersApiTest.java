package io.directcall.session.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;

import io.directcall.contracts.session.Role;
import io.directcall.session.testing.Client;
import io.directcall.session.testing.Database;
import io.directcall.session.webhook.Hooked;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What pages are told of TURN servers. */
@QuarkusTest
@TestProfile(Hooked.class)
class IceServersApiTest {
    @BeforeAll
    static void tokens() {
        Client.newTokens();
    }

    private static Response of(Client client, String session, String participantId) {
        return client.request().get("/v3/sessions/" + session + "/participants/" + participantId + "/ice-servers");
    }

    @Test
    void aJoinTellsThemWithACredentialOfThisParticipantThatExpires() {
        // Given
        Client anna = Client.of("ice-1", "anna");
        long before = Instant.now().getEpochSecond();

        // When
        Response answer = anna.join("{}");

        // Then
        String participantId = answer.path("data.participant.participantId");
        answer.then()
                .statusCode(201)
                .contentType(ContentType.JSON)
                .body("data.iceServers", hasSize(2))
                .body("data.iceServers[0].keySet()", hasSize(1))
                .body("data.iceServers[0].urls[0]", equalTo("stun:turn.example.com:3478"))
                .body("data.iceServers[1].urls[0]", equalTo("turn:turn.example.com:3478"))
                .body("data.iceServers[1].username", endsWith(":" + participantId))
                .body("data.iceServers[1].credential", matchesPattern("[A-Za-z0-9+/]{27}="));
        String username = answer.path("data.iceServers[1].username");
        assertThat(Long.parseLong(username.substring(0, username.indexOf(':'))) - before)
                .isBetween(3_600L, 3_700L);
    }

    @Test
    void aRepeatedJoinIsAnsweredWithThemToo_andTheDatabaseHoldsNoCredential() {
        // Given
        Client anna = Client.of("ice-2", "anna");
        Response first = keyed(anna);

        // When
        Response second = keyed(anna);

        // Then
        String participantId = first.path("data.participant.participantId");
        second.then()
                .statusCode(201)
                .body("data.participant.participantId", equalTo(participantId))
                .body("data.iceServers[1].username", endsWith(":" + participantId));
        String credential = first.path("data.iceServers[1].credential");
        assertThat(keptWith(participantId)).isEqualTo(1);
        assertThat(keptWith(credential)).isZero();
    }

    private static long keptWith(String text) {
        return Database.number("select count(*) from idempotency_keys where position(? in body) > 0", text);
    }

    private static Response keyed(Client client) {
        return client.request()
                .header("Idempotency-Key", "ice-2")
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/v3/sessions/ice-2/participants");
    }

    @Test
    void aParticipantGetsFreshOnes() {
        // Given
        Client anna = Client.of("ice-3", "anna");
        String participantId = anna.joined();

        // When
        Response answer = of(anna, "ice-3", participantId);

        // Then
        answer.then()
                .statusCode(200)
                .body("data", hasSize(2))
                .body("data[1].username", endsWith(":" + participantId))
                .body("data[1].credential", matchesPattern("[A-Za-z0-9+/]{27}="));
    }

    @Test
    void nobodyGetsThemForAnother() {
        // Given
        String anna = Client.of("ice-4", "anna").joined();

        // When
        Response answer = of(Client.of("ice-4", "ben", Role.MODERATOR), "ice-4", anna);

        // Then
        answer.then().statusCode(403).body("error.code", equalTo("ERR_CALL_NOT_A_PART"));
    }

    @Test
    void aTokenOfAnotherSessionGetsNone() {
        // Given
        String participantId = Client.of("ice-5", "anna").joined();

        // When
        Response answer = of(Client.of("ice-6", "anna"), "ice-5", participantId);

        // Then
        answer.then().statusCode(403).body("error.code", equalTo("ERR_CALL_NOT_A_PART"));
    }

    @Test
    void whoWasRemovedGetsNone() {
        // Given
        Client anna = Client.of("ice-7", "anna");
        Client.of("ice-7", "ben").joined();
        String participantId = anna.joined();
        Client.of("ice-7", "mary", Role.MODERATOR).remove(participantId).then().statusCode(204);

        // When
        Response answer = of(anna, "ice-7", participantId);

        // Then
        answer.then().statusCode(404).body("error.code", equalTo("ERR_CALL_PARTICIPANT_NOT_FOUND"));
    }
}
