package io.directcall.session.ringing.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.directcall.contracts.user.RejectReason;
import io.directcall.contracts.user.UserEvent.CallAccepted;
import io.directcall.contracts.user.UserEvent.CallEnded;
import io.directcall.contracts.user.UserEvent.CallRejected;
import io.directcall.session.testing.Client;
import io.directcall.session.testing.Phone;
import io.directcall.session.testing.UserLog;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class AnsweringTest {
    private final Phone anna = Phone.of("anna");
    private final Phone ben = Phone.of("ben");
    private final Phone mallory = Phone.of("mallory");
    private final UserLog log = new UserLog();

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void acceptingTellsBothAndStopsTheOtherDevices() {
        // Given
        String sid = anna.rings(ben);

        // When
        Response answer = ben.accept(sid);

        // Then
        answer.then().statusCode(200).body("data.status", equalTo("ongoing")).body("data.sessionId", equalTo(sid));
        assertThat(log.told(anna, 1).getFirst())
                .isInstanceOfSatisfying(
                        CallAccepted.class, told -> assertThat(told.by()).isEqualTo(ben.uid()));
        assertThat(log.words(ben, 2)).containsExactly("IncomingCall", "CallAccepted");
    }

    @Test
    void anotherDeviceComesTooLate() {
        // Given
        String sid = anna.talks(ben);

        // When
        Response answer = ben.accept(sid);

        // Then
        answer.then().statusCode(409).body("error.code", equalTo("ERR_CALL_NOT_RINGING"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | REJECTED | rejected",
                "{\"status\":\"rejected\"} | REJECTED | rejected",
                "{\"status\":\"busy\"} | BUSY | busy"
            })
    void rejectingTellsBothWhy(String body, RejectReason reason, String status) {
        // Given
        String sid = anna.rings(ben);

        // When
        Response answer = ben.reject(sid, body);

        // Then
        answer.then().statusCode(200).body("data.status", equalTo(status));
        assertThat(log.told(anna, 1).getFirst())
                .isInstanceOfSatisfying(
                        CallRejected.class, told -> assertThat(told.reason()).isEqualTo(reason));
        assertThat(log.words(ben, 2)).containsExactly("IncomingCall", "CallRejected");
    }

    @Test
    void rejectingNeedsNoBody() {
        // Given
        String sid = anna.rings(ben);

        // When
        Response answer = ben.request().post("/v3/calls/" + sid + "/reject");

        // Then
        answer.then().statusCode(200).body("data.status", equalTo("rejected"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"status\":\"maybe\"}", "{\"status\":1}", "{\"status\":\"\"}", "{\"status\":{}}"})
    void aBadRejectionNamesTheField(String body) {
        // Given
        String sid = anna.rings(ben);

        // When
        Response answer = ben.reject(sid, body);

        // Then
        answer.then().statusCode(400).body("error.message", containsString("status"));
    }

    @Test
    void theCallerCancels() {
        // Given
        String sid = anna.rings(ben);

        // When
        Response answer = anna.cancel(sid);

        // Then
        answer.then().statusCode(200).body("data.status", equalTo("cancelled"));
        assertThat(log.words(anna, 1)).containsExactly("CallCancelled");
        assertThat(log.words(ben, 2)).containsExactly("IncomingCall", "CallCancelled");
    }

    @Test
    void eitherEndsTheCall() {
        // Given
        String sid = anna.talks(ben);

        // When
        Response answer = ben.end(sid);

        // Then
        answer.then().statusCode(200).body("data.status", equalTo("ended"));
        assertThat(log.told(anna, 2).getLast())
                .isInstanceOfSatisfying(
                        CallEnded.class, told -> assertThat(told.by()).isEqualTo(ben.uid()));
        assertThat(log.words(ben, 3)).containsExactly("IncomingCall", "CallAccepted", "CallEnded");
    }

    @Test
    void theServerCancelsAndEnds() {
        // Given
        String ringing = anna.rings(ben);
        Response cancelled = Client.server().post("/v3/calls/" + ringing + "/cancel");
        String running = anna.talks(ben);

        // When
        Response ended = Client.server().post("/v3/calls/" + running + "/end");

        // Then
        cancelled.then().statusCode(200).body("data.status", equalTo("cancelled"));
        ended.then().statusCode(200).body("data.status", equalTo("ended"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"accept", "reject"})
    void theServerAnswersForNobody(String word) {
        // Given
        String sid = anna.rings(ben);

        // When
        Response answer = Client.server().contentType(ContentType.JSON).post("/v3/calls/" + sid + "/" + word);

        // Then
        answer.then().statusCode(401).body("error.code", equalTo("AUTH_ERR_EMPTY_AUTH_TOKEN"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"accept", "reject", "cancel", "end"})
    void strangersAreNoPart(String word) {
        // Given
        String sid = anna.rings(ben);

        // When
        Response answer = mallory.request().post("/v3/calls/" + sid + "/" + word);

        // Then
        answer.then().statusCode(403).body("error.code", equalTo("ERR_CALL_NOT_A_PART"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"accept", "reject", "cancel", "end"})
    void anUnknownCallIsNotFound(String word) {
        // When
        Response answer = ben.request().post("/v3/calls/unknown/" + word);

        // Then
        answer.then().statusCode(404).body("error.code", equalTo("ERR_CALL_SESSION_NOT_FOUND"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"accept", "reject"})
    void aCallThatIsOverCannotBeAnswered(String word) {
        // Given
        String sid = anna.rings(ben);
        anna.cancel(sid);

        // When
        Response answer = ben.request().post("/v3/calls/" + sid + "/" + word);

        // Then
        answer.then().statusCode(409).body("error.code", equalTo("ERR_CALL_TERMINATED"));
    }

    @Test
    void aCallThatWasAcceptedCannotBeCancelled() {
        // Given
        String sid = anna.talks(ben);

        // When
        Response answer = anna.cancel(sid);

        // Then
        answer.then().statusCode(409).body("error.code", equalTo("ERR_CALL_NOT_RINGING"));
    }

    @Test
    void aBadIdIsRefused() {
        // When
        Response answer = ben.request().post("/v3/calls/{id}/accept", "no spaces please");

        // Then
        answer.then().statusCode(400).body("error.message", containsString("sessionId"));
    }
}
