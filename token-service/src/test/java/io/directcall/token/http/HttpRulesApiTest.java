package io.directcall.token.http;

import static io.directcall.token.Api.newUid;
import static io.directcall.token.Api.server;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.directcall.service.test.EventLoopWatch;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What service-api promises for every service, tried on this one. */
@QuarkusTest
@ExtendWith(EventLoopWatch.class)
class HttpRulesApiTest {
    private static final int LIMIT = 256 * 1024;

    @TestHTTPResource("/v3/users")
    URI users;

    @ParameterizedTest
    @CsvSource({
        "GET, /v3/nothing, 404, ERR_NOT_FOUND",
        "GET, /nothing, 404, ERR_NOT_FOUND",
        "GET, /v3.0, 404, ERR_NOT_FOUND",
        "PATCH, /v3/users, 405, ERR_METHOD_NOT_ALLOWED",
        "DELETE, /v3/call_tokens, 405, ERR_METHOD_NOT_ALLOWED"
    })
    void answersUnknownPathsAndMethodsInTheShapeOfErrors(String method, String path, int status, String code) {
        // When
        Response answer = server().request(method, path);

        // Then
        answer.then()
                .statusCode(status)
                .contentType("application/json")
                .body("error.code", equalTo(code))
                .body("error.message", notNullValue())
                .body("error.devMessage", notNullValue())
                .body("error.source", equalTo("token-service"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/xml", "blah"})
    void answersJsonAndNothingElse(String accept) {
        // When
        Response answer = server().header("Accept", accept).get("/v3/users");

        // Then
        answer.then().statusCode(406).body("error.code", equalTo("ERR_NOT_ACCEPTABLE"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/xml", "application/x-www-form-urlencoded"})
    void takesJsonAndNothingElse(String contentType) {
        // When
        Response answer = given().header("apikey", "test-api-key")
                .contentType(contentType)
                .body("uid=a")
                .post("/v3/users");

        // Then
        answer.then().statusCode(415).body("error.code", equalTo("ERR_UNSUPPORTED_MEDIA_TYPE"));
    }

    @Test
    void needsAnApiKeyBeforeItLooksAtTheBody() {
        // When
        Response missing = given().contentType("application/json").body("{").post("/v3/users");
        Response wrong = given().header("apikey", "x")
                .contentType("application/json")
                .body("{")
                .post("/v3/users");

        // Then
        missing.then().statusCode(401).body("error.code", equalTo("AUTH_ERR_EMPTY_APIKEY"));
        wrong.then().statusCode(401).body("error.code", equalTo("AUTH_ERR_APIKEY_NOT_FOUND"));
    }

    @Test
    void refusesDeepJson() {
        // When
        Response answer = server().body("{\"a\":".repeat(5000)).post("/v3/users");

        // Then
        answer.then().statusCode(400).body("error.code", equalTo("ERR_BAD_REQUEST"));
    }

    @Test
    void takesABodyOfTheLimit() {
        // When
        Response answer = server().body(bodyOf(LIMIT)).post("/v3/users");

        // Then
        answer.then().statusCode(200);
    }

    @Test
    void refusesABodyOverTheLimit() {
        // When
        Response answer = server().body(bodyOf(LIMIT + 1)).post("/v3/users");

        // Then
        answer.then().statusCode(400).body("error.code", equalTo("ERR_BODY_TOO_LARGE"));
    }

    @Test
    void takesAChunkedBodyOfTheLimit() throws Exception {
        // When
        HttpResponse<String> answer = postChunked(bodyOf(LIMIT));

        // Then
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    @Test
    void refusesAChunkedBodyOverTheLimit() throws Exception {
        // When
        HttpResponse<String> answer = postChunked(bodyOf(LIMIT + 1));

        // Then
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("ERR_BODY_TOO_LARGE");
    }

    @Test
    void letsNoOtherOriginInByDefault() {
        // When
        Response answer = server().header("Origin", "https://evil.example").get("/v3/users");

        // Then
        answer.then().header("Access-Control-Allow-Origin", nullValue());
    }

    @Test
    void tellsBrowsersWhichHeadersTheyMaySend() {
        // When
        Response answer = given().header("Origin", "https://app.example")
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authtoken,calltoken,appid,content-type")
                .options("/v3.0/call_tokens");

        // Then
        answer.then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", "https://app.example")
                .header("Access-Control-Allow-Headers", containsString("callToken"))
                .header("Access-Control-Allow-Headers", containsString("last-event-id"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/health/live", "/q/health/ready", "/q/metrics", "/q/openapi"})
    void servesItsOwnState(String path) {
        // When
        Response answer = given().get(path);

        // Then
        answer.then().statusCode(200);
    }

    @Test
    void sendsNoTracesUnlessToldWhere() {
        // When
        String disabled = ConfigProvider.getConfig().getValue("quarkus.otel.sdk.disabled", String.class);

        // Then
        assertThat(disabled).isEqualTo("true");
    }

    private static String bodyOf(int length) {
        String start = "{\"uid\":\"" + newUid() + "\",\"name\":\"A\",\"filler\":\"";
        return start + "x".repeat(length - start.length() - 2) + "\"}";
    }

    private HttpResponse<String> postChunked(String body) throws IOException, InterruptedException {
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            HttpRequest request = HttpRequest.newBuilder(users)
                    .header("apikey", "test-api-key")
                    .header("content-type", "application/json")
                    .POST(BodyPublishers.ofInputStream(
                            () -> new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8))))
                    .build();
            return client.send(request, BodyHandlers.ofString());
        }
    }
}
