package io.directcall.events.stream;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.directcall.events.testing.SmallLimits;
import io.directcall.events.testing.Streams;
import io.directcall.service.test.TestCallTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@TestProfile(SmallLimits.class)
class RefusedRequestsTest {
    private static final String SESSION = "refused";
    private static Streams streams;

    @BeforeAll
    static void start() {
        streams = new Streams();
    }

    @AfterAll
    static void stop() {
        streams.close();
    }

    @Test
    void withoutToken() {
        refused(given(), 401, "AUTH_ERR_EMPTY_CALL_TOKEN");
    }

    @Test
    void withForgedToken() {
        String forged =
                TestCallTokens.unpublished().builder().sessionId(SESSION).sign();
        refused(given().header("callToken", forged), 401, "AUTH_ERR_TOKEN_INVALID_SIGNATURE");
    }

    @Test
    void withExpiredToken() {
        String expired = streams.tokens()
                .builder()
                .sessionId(SESSION)
                .expiresAt(Instant.now().minus(Duration.ofMinutes(5)))
                .sign();
        refused(given().auth().oauth2(expired), 401, "AUTH_ERR_TOKEN_EXPIRED");
    }

    @Test
    void withTokenForAnotherSession() {
        refused(given().header("callToken", streams.token("other", "alice")), 403, "ERR_CALL_NOT_A_PART");
    }

    @ParameterizedTest
    @CsvSource({"lastEventId,abc,Last-Event-ID", "cursor,soon,cursor", "participantId,a b,participantId"})
    void withBadParameter(String name, String value, String named) {
        refused(withToken().queryParam(name, value), 400, "ERR_BAD_REQUEST")
                .body("error.message", containsString(named));
    }

    @Test
    void withBadLastEventIdInTheHeader() {
        refused(withToken().header("Last-Event-ID", "1-2-3"), 400, "ERR_BAD_REQUEST");
    }

    @Test
    void whenAnEventStreamIsNotAccepted() {
        refused(withToken().accept("application/json"), 406, "ERR_NOT_ACCEPTABLE");
    }

    @Test
    void byAnotherMethod() {
        withToken()
                .post("/v3/sessions/{id}/events", SESSION)
                .then()
                .statusCode(405)
                .body("error.code", equalTo("ERR_METHOD_NOT_ALLOWED"));
    }

    @Test
    void whenTheUserAsksTooOften() {
        // Given
        String token = streams.token(SESSION, "eager");

        // When
        Response answer = ask(token);
        // Some more get through while it asks.
        for (int i = 0; i < 10 * SmallLimits.STREAMS_PER_MINUTE && answer.statusCode() == 400; i++) {
            answer = ask(token);
        }

        // Then
        answer.then()
                .statusCode(429)
                .header("Retry-After", notNullValue())
                .body("error.code", equalTo("ERR_TOO_MANY_REQUESTS"));
    }

    /** For a stream that is not opened, as its cursor is none. */
    private static Response ask(String token) {
        return given().header("callToken", token).queryParam("cursor", "soon").get("/v3/sessions/{id}/events", SESSION);
    }

    @Test
    void atAnUnknownPath() {
        withToken()
                .get("/v3/sessions/{id}/eventz", SESSION)
                .then()
                .statusCode(404)
                .body("error.code", equalTo("ERR_NOT_FOUND"));
    }

    @Test
    void atTheAliasOfThePathToo() {
        given().get("/v3.0/sessions/{id}/events?cursor=1", SESSION)
                .then()
                .statusCode(401)
                .body("error.code", equalTo("AUTH_ERR_EMPTY_CALL_TOKEN"));
    }

    @Test
    void othersAreServedMetrics() {
        given().get("/q/metrics").then().statusCode(200).body(containsString("events_streams_open"));
    }

    private static RequestSpecification withToken() {
        return given().header("callToken", streams.token(SESSION, "alice"));
    }

    private static ValidatableResponse refused(RequestSpecification request, int status, String code) {
        return request.get("/v3/sessions/{id}/events", SESSION)
                .then()
                .statusCode(status)
                .contentType("application/json")
                .body("error.code", equalTo(code))
                .body("error.source", equalTo("events-service"))
                .body("error.message", notNullValue());
    }
}
