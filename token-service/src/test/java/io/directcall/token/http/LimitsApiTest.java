package io.directcall.token.http;

import static io.directcall.token.Api.createAuthToken;
import static io.directcall.token.Api.createUser;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.directcall.service.test.TestCallTokens;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** The limits of requests, which service-api has for every service. Behind one proxy, which each request of these tests plays. */
@QuarkusTest
@TestProfile(LimitsApiTest.LowLimits.class)
class LimitsApiTest {
    private static final int OF_ADDRESS = 40;
    private static final int OF_USER = 5;
    private static final int OF_KEY = 20;

    /** So low that a test reaches them at once. On a slow machine some requests more get through meanwhile, so tests ask until they are refused. */
    public static final class LowLimits implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "directcall.limits.proxies", "1",
                    "directcall.limits.address-per-minute", Integer.toString(OF_ADDRESS),
                    "directcall.limits.user-per-minute", Integer.toString(OF_USER),
                    "directcall.limits.api-key-per-minute", Integer.toString(OF_KEY));
        }
    }

    @TestHTTPResource("/")
    URI service;

    @Test
    void anAddressThatAsksTooOftenIsToldWhenToComeAgain() {
        // Given
        send(OF_ADDRESS, () -> from("203.0.113.1"));

        // When
        Response refused = untilRefused(() -> from("203.0.113.1"));
        Response other = from("203.0.113.2");

        // Then
        assertRefused(refused, "of this address");
        assertThat(other.statusCode()).isEqualTo(401);
    }

    @Test
    void aClientThatWritesAddressesIntoXForwardedForItselfIsCountedAsOne() {
        // Given
        send(OF_ADDRESS, () -> from("203.0.113.3"));

        // When
        Response refused = untilRefused(() -> from("198.51.100.77, 203.0.113.3"));

        // Then
        assertRefused(refused, "of this address");
    }

    @Test
    void aPathThatLooksLikeOneOfTheOperatorsIsCountedToo() throws IOException, InterruptedException {
        // Given
        int status = 0;

        // When
        for (int i = 0; i < 2 * OF_ADDRESS && status != 429; i++) {
            status = raw("q/../v3/me", "203.0.113.4");
        }

        // Then
        assertThat(status).isEqualTo(429);
    }

    /** As REST Assured would not send it. */
    private int raw(String path, String address) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(service + path))
                .header("X-Forwarded-For", address)
                .build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
    }

    @Test
    void theProbesOfTheOperatorAreNotCounted() {
        // Given
        send(OF_ADDRESS + 1, () -> from("203.0.113.5"));

        // When
        Response live = given().header("X-Forwarded-For", "203.0.113.5").get("/q/health/live");

        // Then
        assertThat(live.statusCode()).isEqualTo(200);
    }

    @Test
    void theDescriptionOfTheApiTellsOfTheLimits() {
        // When
        Response description = given().get("/q/openapi");

        // Then
        description.then().statusCode(200).body(containsString("ERR_TOO_MANY_REQUESTS"));
    }

    @Test
    void aUserIsCountedWithAllItsTokensAndOthersAlone() {
        // Given
        String uid = createUser();
        String token = createAuthToken(uid);
        String second = createAuthToken(uid);
        String other = createAuthToken(createUser());
        send(OF_USER, () -> me("203.0.113.6", token));

        // When
        Response refused = untilRefused(() -> me("203.0.113.7", second));
        Response others = me("203.0.113.6", other);

        // Then
        assertRefused(refused, "of this user");
        assertThat(others.statusCode()).isEqualTo(200);
    }

    @Test
    void aKeyIsCountedAloneAlsoWhenItActsForUsers() {
        // Given
        String uid = createUser();
        send(OF_KEY / 2, () -> users("second-key", "203.0.113.9"));
        send(OF_KEY / 2, () -> callToken("second-key", "203.0.113.9", uid));

        // When
        Response refused = untilRefused(() -> users("second-key", "203.0.113.10"));
        Response forUser = untilRefused(() -> callToken("second-key", "203.0.113.10", uid));
        Response otherKey = users("test-api-key", "203.0.113.10");

        // Then
        assertRefused(refused, "of this API key");
        assertRefused(forUser, "of this API key");
        assertThat(otherKey.statusCode()).isEqualTo(200);
    }

    @Test
    void whoForgesTokensDoesNotUseUpTheRequestsOfTheirUser() {
        // Given
        String uid = createUser();
        String token = createAuthToken(uid);
        String forged =
                TestCallTokens.unpublished().builder().sessionId("s").uid(uid).sign();
        send(
                OF_USER + 1,
                () -> given().header("X-Forwarded-For", "203.0.113.8")
                        .header("callToken", forged)
                        .get("/v3/call_tokens"));

        // When
        Response answer = me("203.0.113.8", token);

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    /** Without credentials: what is counted first is the address. */
    private static Response from(String forwardedFor) {
        return given().header("X-Forwarded-For", forwardedFor).get("/v3/me");
    }

    private static Response me(String address, String authToken) {
        return given().header("X-Forwarded-For", address)
                .header("authToken", authToken)
                .get("/v3/me");
    }

    private static Response users(String apiKey, String address) {
        return given().header("X-Forwarded-For", address)
                .header("apikey", apiKey)
                .get("/v3/users");
    }

    private static Response callToken(String apiKey, String address, String uid) {
        return given().header("X-Forwarded-For", address)
                .header("apikey", apiKey)
                .header("onBehalfOf", uid)
                .contentType(ContentType.JSON)
                .body(Map.of("sessionId", "s"))
                .post("/v3/call_tokens");
    }

    /** Half of the smallest limit is far less than a sender of its own would be let through. */
    private static Response untilRefused(Supplier<Response> request) {
        Response answer = request.get();
        for (int i = 0; i < OF_USER / 2 && answer.statusCode() != 429; i++) {
            answer = request.get();
        }
        return answer;
    }

    private static void send(int times, Supplier<Response> request) {
        for (int i = 0; i < times; i++) {
            assertThat(request.get().statusCode()).isNotEqualTo(500);
        }
    }

    private static void assertRefused(Response answer, String whose) {
        answer.then()
                .statusCode(429)
                .contentType("application/json")
                .body("error.code", equalTo("ERR_TOO_MANY_REQUESTS"))
                .body("error.message", containsString(whose));
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 60);
    }
}
