package io.directcall.session.ringing.api;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import io.directcall.contracts.user.UserEvent;
import io.directcall.contracts.user.UserEvent.IncomingCall;
import io.directcall.service.test.EventLoopWatch;
import io.directcall.service.test.TestAuthTokens;
import io.directcall.session.testing.Client;
import io.directcall.session.testing.Database;
import io.directcall.session.testing.Phone;
import io.directcall.session.testing.UserLog;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@ExtendWith(EventLoopWatch.class)
class PlacingTest {
    private final Phone anna = Phone.of("anna");
    private final Phone ben = Phone.of("ben");

    @Test
    void answersTheCallAndTellsTheReceiver() {
        // When
        Response answer = anna.place(
                "{\"receiver\":\"" + ben.uid()
                        + "\",\"receiverType\":\"user\",\"type\":\"video\",\"timeout\":60,\"metadata\":{\"topic\":{\"id\":7}}}");

        // Then
        answer.then()
                .statusCode(201)
                .contentType(ContentType.JSON)
                .body("data.sessionId", matchesPattern("[0-9a-f]{32}"))
                .body("data.type", equalTo("video"))
                .body("data.status", equalTo("initiated"))
                .body("data.initiator.uid", equalTo(anna.uid()))
                .body("data.initiator.name", equalTo("Name of " + anna.uid()))
                .body("data.receiver", equalTo(ben.uid()))
                .body("data.receiverType", equalTo("user"))
                .body("data.metadata.topic.id", equalTo(7));
        try (UserLog log = new UserLog()) {
            UserEvent told = log.told(ben, 1).getFirst();
            assertThat(told).isInstanceOf(IncomingCall.class);
            assertThat(told.call().sessionId()).isEqualTo(answer.path("data.sessionId"));
            assertThat(told.call().ringsUntil())
                    .isEqualTo(told.call().initiatedAt().plusSeconds(60));
            assertThat(log.sofar(anna)).isEmpty();
        }
    }

    @Test
    void takesAnAuthToken() {
        // Given
        String token = TestAuthTokens.start().token(anna.uid());

        // When
        Response answer = RestAssured.given()
                .header("authToken", token)
                .contentType(ContentType.JSON)
                .body(Phone.audioCallTo(ben.uid()))
                .post("/v3/calls");

        // Then
        answer.then().statusCode(201).body("data.initiator.uid", equalTo(anna.uid()));
    }

    @Test
    void worksUnderTheAliasOfThePath() {
        // When
        Response answer = anna.request().body(Phone.audioCallTo(ben.uid())).post("/v3.0/calls");

        // Then
        answer.then().statusCode(201);
    }

    @Test
    void needsAUser() {
        // When
        Response answer = Client.server()
                .contentType(ContentType.JSON)
                .body(Phone.audioCallTo(ben.uid()))
                .post("/v3/calls");

        // Then
        answer.then().statusCode(401).body("error.code", equalTo("AUTH_ERR_EMPTY_AUTH_TOKEN"));
    }

    @Test
    void aReceiverWhoDoesNotExistIsNotFound() {
        // When
        Response answer = anna.place(Phone.audioCallTo("nobody"));

        // Then
        answer.then()
                .statusCode(404)
                .body("error.code", equalTo("ERR_UID_NOT_FOUND"))
                .body("error.message", containsString("nobody"));
    }

    @Test
    void aReceiverWhoWasMadeAMomentAgoIsWaitedFor() {
        // Given
        String uid = "new-" + UUID.randomUUID();
        try (ScheduledExecutorService meanwhile = Executors.newSingleThreadScheduledExecutor()) {
            var created = meanwhile.schedule(() -> Database.createUser(uid), 300, MILLISECONDS);

            // When
            Response answer = anna.place(Phone.audioCallTo(uid));

            // Then
            answer.then().statusCode(201);
            assertThat(created.isDone()).isTrue();
        }
    }

    @Test
    void oneselfCannotBeCalled() {
        // When
        Response answer = anna.call(anna);

        // Then
        answer.then().statusCode(400).body("error.message", containsString("receiver"));
    }

    @Test
    void idsDoNotRepeat() {
        // Given
        String first = anna.rings(ben);
        anna.cancel(first);

        // When
        Response answer = anna.call(ben);

        // Then
        answer.then().statusCode(201).body("data.sessionId", not(equalTo(first)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'receiverType':'user','type':'audio'} | receiver",
                "{'receiver':null,'receiverType':'user','type':'audio'} | receiver",
                "{'receiver':7,'receiverType':'user','type':'audio'} | receiver",
                "{'receiver':'','receiverType':'user','type':'audio'} | receiver",
                "{'receiver':'a b','receiverType':'user','type':'audio'} | receiver",
                "{'receiver':'ben','type':'audio'} | receiverType",
                "{'receiver':'ben','receiverType':'crowd','type':'audio'} | receiverType",
                "{'receiver':'ben','receiverType':1,'type':'audio'} | receiverType",
                "{'receiver':'ben','receiverType':'user'} | type",
                "{'receiver':'ben','receiverType':'user','type':'hologram'} | type",
                "{'receiver':'ben','receiverType':'user','type':['audio']} | type",
                "{'receiver':'ben','receiverType':'user','type':'audio','timeout':4} | timeout",
                "{'receiver':'ben','receiverType':'user','type':'audio','timeout':601} | timeout",
                "{'receiver':'ben','receiverType':'user','type':'audio','timeout':'45'} | timeout",
                "{'receiver':'ben','receiverType':'user','type':'audio','timeout':5.5} | timeout",
                "{'receiver':'ben','receiverType':'user','type':'audio','timeout':99999999999} | timeout",
                "{'receiver':'ben','receiverType':'user','type':'audio','metadata':'x'} | metadata",
                "{'receiver':'ben','receiverType':'user','type':'audio','metadata':[1]} | metadata",
                "[] | body",
                "{'receiver': | JSON",
            })
    void refusesABadBodyAndNamesTheField(String body, String named) {
        // When
        Response answer = anna.place(body.replace('\'', '"'));

        // Then
        answer.then()
                .statusCode(400)
                .body("error.code", equalTo("ERR_BAD_REQUEST"))
                .body("error.message", containsString(named));
    }

    @Test
    void refusesLargeMetadata() {
        // When
        Response answer = anna.place("{\"receiver\":\"" + ben.uid()
                + "\",\"receiverType\":\"user\",\"type\":\"audio\",\"metadata\":{\"x\":\"" + "y".repeat(4096) + "\"}}");

        // Then
        answer.then().statusCode(400).body("error.message", containsString("metadata"));
    }

    @Test
    void needsABody() {
        // When
        Response answer = anna.request().post("/v3/calls");

        // Then
        answer.then().statusCode(400).body("error.message", containsString("body"));
    }
}
