package io.directcall.session.api;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.directcall.contracts.apikey.ApiKeyScope;
import io.directcall.service.test.TestApiKeys;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** API keys that token-service made, as this service knows them: by Kafka alone. */
@QuarkusTest
class ApiKeyScopesTest {
    private static TestApiKeys keys;

    @BeforeAll
    static void start() {
        keys = TestApiKeys.start();
    }

    @BeforeEach
    void awaitTheKeys() {
        await().until(() -> given().get("/q/health/ready").statusCode() == 200);
    }

    @Test
    void refusesAKeyWithinASecondAfterItWasRevoked() {
        // Given
        String key = keys.key(ApiKeyScope.FULL_ACCESS);
        await().until(() -> calls(key).statusCode() == 200);

        // When
        keys.revoke(key);

        // Then
        await().atMost(Duration.ofSeconds(1)).until(() -> calls(key).statusCode() == 401);
        with(key)
                .header("onBehalfOf", "ada")
                .get("/v3/calls")
                .then()
                .statusCode(401)
                .body("error.code", equalTo("AUTH_ERR_APIKEY_NOT_FOUND"));
    }

    @TestFactory
    Stream<DynamicTest> refusesAnAuthOnlyKeyEverything() {
        String key = keys.key(ApiKeyScope.AUTH_ONLY);
        await().until(() -> calls(key).statusCode() == 403);
        return Stream.of(
                        "GET /v3/sessions/s",
                        "DELETE /v3/sessions/s",
                        "POST /v3/sessions/s/switch-to-video",
                        "PATCH /v3/sessions/s/participants/00000000000000aa",
                        "DELETE /v3/sessions/s/participants/00000000000000aa",
                        "GET /v3/calls",
                        "GET /v3/calls/s",
                        "POST /v3/calls/s/end",
                        "POST /v3/calls/s/cancel",
                        "PUT /v3/groups/g/members",
                        "GET /v3/groups/g/members",
                        "DELETE /v3/groups/g",
                        "GET /v3/webhooks/deliveries",
                        "POST /v3/webhooks/deliveries/replay")
                .map(request -> DynamicTest.dynamicTest(request, () -> assertNoAccess(send(with(key), request))));
    }

    @TestFactory
    Stream<DynamicTest> letsAnAuthOnlyKeyActForNobody() {
        String key = keys.key(ApiKeyScope.AUTH_ONLY);
        await().until(() -> calls(key).statusCode() == 403);
        return Stream.of("GET /v3/calls", "POST /v3/calls/s/accept", "POST /v3/calls/s/reject", "POST /v3/calls/s/end")
                .map(request -> DynamicTest.dynamicTest(
                        request, () -> assertNoAccess(send(with(key).header("onBehalfOf", "ada"), request))));
    }

    private static Response calls(String key) {
        return with(key).get("/v3/calls");
    }

    private static RequestSpecification with(String key) {
        return given().header("apikey", key);
    }

    private static Response send(RequestSpecification with, String request) {
        int space = request.indexOf(' ');
        return with.contentType("application/json")
                .body("{}")
                .request(request.substring(0, space), request.substring(space + 1));
    }

    private static void assertNoAccess(Response answer) {
        answer.then().statusCode(403).body("error.code", equalTo("AUTH_ERR_NO_ACCESS"));
    }
}
