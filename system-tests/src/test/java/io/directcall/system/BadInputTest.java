package io.directcall.system;

import static io.directcall.system.support.Waiting.within;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.directcall.system.suite.RunningSuite;
import io.directcall.system.support.Api;
import io.directcall.system.support.SharedSuite;
import io.restassured.response.Response;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the suite answers, through its edge, to requests that are wrong. */
@ExtendWith(SharedSuite.class)
class BadInputTest {
    private final String session = Api.newSession();
    private Api api;
    private String link;

    @BeforeEach
    void connect(RunningSuite suite) {
        api = new Api(suite.link());
        link = suite.link();
    }

    @Test
    void no_token() {
        // When
        Response answer = api.request().body("{}").post("/sessions/{sid}/participants", session);

        // Then
        assertError(answer, 401, "AUTH_ERR_EMPTY_CALL_TOKEN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "a.b.c", "eyJhbGciOiJub25lIn0.e30."})
    void a_malformed_token(String token) {
        // When
        Response answer = api.join(session, token);

        // Then
        assertError(answer, 401, "AUTH_ERR_TOKEN_INVALID_SIGNATURE");
    }

    @Test
    void a_forged_token() {
        // Given
        String[] parts = api.callToken(session).split("\\.", -1);
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
                .replace("\"participant\"", "\"moderator\"");
        parts[1] = Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(StandardCharsets.UTF_8));

        // When
        Response answer = api.join(session, String.join(".", parts));

        // Then
        assertError(answer, 401, "AUTH_ERR_TOKEN_INVALID_SIGNATURE");
    }

    @Test
    void a_token_for_another_session() {
        // Given
        String token = api.callToken(session);

        // When
        Response answer = api.join(Api.newSession(), token);

        // Then
        assertError(answer, 403, "ERR_CALL_NOT_A_PART");
    }

    @Test
    void events_of_another_session() {
        // Given
        String token = api.callToken(session);

        // When
        Response answer = api.asCaller(token).get("/sessions/{sid}/events?participantId=p", Api.newSession());

        // Then
        assertError(answer, 403, "ERR_CALL_NOT_A_PART");
    }

    @Test
    void somebody_else_s_participant() {
        // Given
        String participant = api.joined(session, api.callToken(session));
        String other = api.callToken(session);

        // When
        Response answer = api.asCaller(other)
                .body(Map.of("audioMuted", true))
                .patch("/sessions/{sid}/participants/{pid}", session, participant);

        // Then
        answer.then().statusCode(403);
    }

    @Test
    void the_old_token_of_who_was_kicked() {
        // Given
        String authToken = api.authToken("u-" + UUID.randomUUID());
        String old = api.callTokenOf(authToken, session);
        api.joined(session, api.callToken(session));
        CompletableFuture<String> stream = kick(old, "");

        // When
        within(5).untilAsserted(() -> assertError(api.join(session, old), 401, "AUTH_ERR_TOKEN_REVOKED"));
        Response again = api.join(session, api.callTokenOf(authToken, session));

        // Then
        again.then().statusCode(201);
        assertThat(stream).succeedsWithin(Duration.ofSeconds(5)).asString().contains("\"kicked\"");
    }

    @Test
    void a_user_who_is_banned() {
        // Given
        String authToken = api.authToken("u-" + UUID.randomUUID());
        api.joined(session, api.callToken(session));

        // When
        CompletableFuture<String> stream = kick(api.callTokenOf(authToken, session), "?ban=true");

        // Then
        assertThat(stream).succeedsWithin(Duration.ofSeconds(5)).asString().contains("\"banned\":true");
        within(5).untilAsserted(() -> {
            Response answer = api.request()
                    .header("authToken", authToken)
                    .body(Map.of("sessionId", session))
                    .post("/call_tokens");
            assertError(answer, 403, "ERR_CALL_USER_BANNED");
        });
    }

    /** Joins, is kicked and gives all that its stream says until it ends. */
    private CompletableFuture<String> kick(String callToken, String query) {
        Response joined = api.join(session, callToken);
        String pid = joined.path("data.participant.participantId");
        CompletableFuture<String> stream = eventsOf(callToken, pid, joined.path("data.cursor"));
        api.asServer()
                .delete("/sessions/{sid}/participants/{pid}" + query, session, pid)
                .then()
                .statusCode(204);
        return stream;
    }

    /** Opens the stream and gives all that it says until it ends. */
    private CompletableFuture<String> eventsOf(String callToken, String pid, String cursor) {
        String path = "v3/sessions/" + session + "/events?participantId=" + pid + "&cursor=" + cursor;
        HttpRequest request = HttpRequest.newBuilder(URI.create(link + path))
                .header("callToken", callToken)
                .build();
        var opened = new CompletableFuture<Integer>();
        CompletableFuture<String> said = HttpClient.newHttpClient()
                .sendAsync(request, head -> {
                    opened.complete(head.statusCode());
                    return BodySubscribers.ofString(StandardCharsets.UTF_8);
                })
                .thenApply(HttpResponse::body);
        assertThat(opened).succeedsWithin(Duration.ofSeconds(5)).isEqualTo(200);
        return said;
    }

    @Test
    void the_token_of_a_user_whose_tokens_were_revoked() {
        // Given
        String uid = "u-" + UUID.randomUUID();
        String token = api.callTokenOf(api.authToken(uid), session);
        Response joined = api.join(session, token);
        String pid = joined.path("data.participant.participantId");
        api.joined(session, api.callToken(session));
        CompletableFuture<String> stream = eventsOf(token, pid, joined.path("data.cursor"));

        // When
        api.asServer().body(Map.of("uid", uid)).post("/revocations").then().statusCode(200);

        // Then
        assertThat(stream).succeedsWithin(Duration.ofSeconds(5)).asString().contains("event: end");
        within(5).untilAsserted(() -> assertThat(api.participants(session)).doesNotContain(pid));
        assertError(api.join(session, token), 401, "AUTH_ERR_TOKEN_REVOKED");
    }

    @Test
    void an_unknown_session() {
        // When
        Response answer = api.session("s-nobody");

        // Then
        assertError(answer, 404, "ERR_CALL_SESSION_NOT_FOUND");
    }

    @Test
    void an_unknown_participant() {
        // Given
        String token = api.callToken(session);
        api.joined(session, token);

        // When
        Response answer = api.asCaller(token).body("{}").patch("/sessions/{sid}/participants/nobody", session);

        // Then
        assertError(answer, 404, "ERR_CALL_PARTICIPANT_NOT_FOUND");
    }

    @Test
    void an_unknown_user() {
        // When
        Response answer = api.asServer().get("/users/nobody-here");

        // Then
        assertError(answer, 404, "ERR_UID_NOT_FOUND");
    }

    @Test
    void a_wrong_api_key() {
        // When
        Response answer = api.request().header("apikey", "wrong").get("/users");

        // Then
        assertError(answer, 401, "AUTH_ERR_APIKEY_NOT_FOUND");
    }

    @Test
    void a_wrong_auth_token() {
        // When
        Response answer = api.request()
                .header("authToken", "wrong")
                .body(Map.of("sessionId", session))
                .post("/call_tokens");

        // Then
        assertError(answer, 401, "AUTH_ERR_AUTH_TOKEN_NOT_FOUND");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{\"audioMuted\":\"maybe\"} | audioMuted", "{\"callType\":\"smell\"} | callType"})
    void a_field_of_the_wrong_kind(String body, String field) {
        // When
        Response answer = api.asCaller(api.callToken(session)).body(body).post("/sessions/{sid}/participants", session);

        // Then
        assertError(answer, 400, "ERR_BAD_REQUEST");
        answer.then().body(containsString(field));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "\"text\"", "nonsense"})
    void a_body_that_is_no_object(String body) {
        // When
        Response answer = api.asCaller(api.callToken(session)).body(body).post("/sessions/{sid}/participants", session);

        // Then
        assertError(answer, 400, "ERR_BAD_REQUEST");
    }

    @Test
    void a_body_that_is_too_large() {
        // Given
        String body = "{\"uid\":\"u\",\"name\":\"" + "x".repeat(300_000) + "\"}";

        // When
        Response answer = api.asServer().body(body).post("/users");

        // Then
        assertError(answer, 400, "ERR_BODY_TOO_LARGE");
    }

    @Test
    void an_answer_that_is_no_sdp() {
        // Given
        String token = api.callToken(session);
        String participant = api.joined(session, token);

        // When: until the gateway has heard of the join it says 404
        var answer = new AtomicReference<Response>();
        within(10).until(() -> {
            answer.set(api.asCaller(token)
                    .body(Map.of("revision", 1, "sdp", "hello"))
                    .post("/sessions/{sid}/participants/{pid}/media/answer", session, participant));
            return answer.get().statusCode() != 404;
        });

        // Then
        answer.get().then().statusCode(400).body("error.code", notNullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"v3/nothing", "v3", "nothing", "v3/users/a/b/c/d"})
    void an_unknown_path(String path) {
        // When
        Response answer = given().get(link + path);

        // Then
        answer.then().statusCode(404).body("error.code", notNullValue()).body("error.source", notNullValue());
    }

    private static void assertError(Response answer, int status, String code) {
        answer.then()
                .statusCode(status)
                .body("error.code", equalTo(code))
                .body("error.message", notNullValue())
                .body("error.source", notNullValue());
    }
}
