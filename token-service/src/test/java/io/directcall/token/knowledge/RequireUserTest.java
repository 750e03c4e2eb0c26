package io.directcall.token.knowledge;

import static io.directcall.token.Api.newUid;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.directcall.service.test.EventLoopWatch;
import io.directcall.service.test.TestAuthTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a service that takes auth tokens tells its users apart. */
@QuarkusTest
@ExtendWith(EventLoopWatch.class)
class RequireUserTest {
    private final TestAuthTokens tokens = TestAuthTokens.start();

    @BeforeEach
    void awaitTheTokens() {
        Awaitility.await().until(() -> given().get("/q/health/ready").statusCode() == 200);
    }

    @Test
    void isReadyWhenAuthTokensAreRead() {
        given().get("/q/health/ready").then().body("checks.name", hasItem("auth-tokens"));
    }

    @Test
    void knowsTheHolderOfATokenAtOnce() {
        // Given
        String uid = newUid();
        String token = tokens.token(uid);

        // When
        Response answer = ask(given().header("authToken", token));

        // Then
        answer.then().statusCode(200).body("data", equalTo(uid));
    }

    @Test
    void waitsForATokenThatIsOnItsWay() throws Exception {
        // Given
        String uid = newUid();
        String token = TestAuthTokens.unpublished();
        var early = CompletableFuture.supplyAsync(() -> ask(given().header("authToken", token)));

        // When
        tokens.publish(token, uid);

        // Then
        early.get(10, TimeUnit.SECONDS).then().statusCode(200).body("data", equalTo(uid));
    }

    @Test
    void refusesAnUnknownTokenAfterAMoment() {
        // When
        Response answer = ask(given().header("authToken", TestAuthTokens.unpublished()));

        // Then
        answer.then().statusCode(401).body("error.code", equalTo("AUTH_ERR_AUTH_TOKEN_NOT_FOUND"));
        assertThat(answer.time()).isGreaterThanOrEqualTo(1000);
    }

    @Test
    void refusesATokenThatWasRevoked() {
        // Given
        String token = tokens.token(newUid());
        ask(given().header("authToken", token)).then().statusCode(200);

        // When
        tokens.revoke(token);

        // Then
        Awaitility.await()
                .untilAsserted(() -> ask(given().header("authToken", token))
                        .then()
                        .statusCode(401)
                        .body("error.code", equalTo("AUTH_ERR_AUTH_TOKEN_NOT_FOUND")));
    }

    @Test
    void letsTheServerActForAUser() {
        ask(given().header("apikey", "test-api-key").header("onBehalfOf", "bob"))
                .then()
                .statusCode(200)
                .body("data", equalTo("bob"));
    }

    @Test
    void letsNobodyElseActForAUser() {
        ask(given().header("apikey", "wrong").header("onBehalfOf", "bob"))
                .then()
                .statusCode(401)
                .body("error.code", equalTo("AUTH_ERR_APIKEY_NOT_FOUND"));
    }

    @Test
    void tellsTheServerToNameAUser() {
        ask(given().header("apikey", "test-api-key"))
                .then()
                .statusCode(401)
                .body("error.code", equalTo("AUTH_ERR_EMPTY_AUTH_TOKEN"))
                .body("error.message", containsString("onBehalfOf"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "..", "ä"})
    void takesNothingButUidsForUsers(String onBehalfOf) {
        ask(given().header("apikey", "test-api-key").header("onBehalfOf", onBehalfOf))
                .then()
                .statusCode(400)
                .body("error.code", equalTo("ERR_BAD_REQUEST"));
    }

    @Test
    void needsAnAuthToken() {
        ask(given()).then().statusCode(401).body("error.code", equalTo("AUTH_ERR_EMPTY_AUTH_TOKEN"));
    }

    @Test
    void takesABearerTokenForNoAuthToken() {
        ask(given().header("Authorization", "Bearer " + tokens.token("alice")))
                .then()
                .statusCode(401)
                .body("error.code", equalTo("AUTH_ERR_EMPTY_AUTH_TOKEN"));
    }

    private static Response ask(RequestSpecification request) {
        return request.get("/test/who-am-i");
    }
}
