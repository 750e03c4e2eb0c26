package io.directcall.token.key;

import static io.directcall.token.Api.createAuthToken;
import static io.directcall.token.Api.createUser;
import static io.directcall.token.Api.serverWith;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.directcall.service.test.TestAuthTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The service starts without Kafka, says that it is not ready, and serves what needs no Kafka. */
@QuarkusTest
@TestProfile(KafkaAwayTest.NoKafka.class)
class KafkaAwayTest {
    /** Points at a port that nobody listens on. */
    public static final class NoKafka implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("kafka.bootstrap.servers", "127.0.0.1:1");
        }
    }

    @Test
    void isNotReady() {
        // When
        Response ready = given().get("/q/health/ready");
        Response live = given().get("/q/health/live");

        // Then
        ready.then().statusCode(503);
        live.then().statusCode(200);
    }

    @Test
    void signsNoTokenThatNobodyCouldCheck() {
        // Given
        String authToken = createAuthToken(createUser());

        // When
        Response answer = given().header("authToken", authToken)
                .contentType(ContentType.JSON)
                .body(Map.of("sessionId", "s"))
                .post("/v3/call_tokens");

        // Then
        answer.then().statusCode(503).body("error.code", equalTo("ERR_UNAVAILABLE"));
    }

    @Test
    void callsNoApiKeyUnknownThatItCouldNotReadYet() {
        // When
        Response answer = serverWith("dck_unread").get("/v3/users");

        // Then
        answer.then().statusCode(503).body("error.code", equalTo("ERR_UNAVAILABLE"));
    }

    @Test
    void callsNoAuthTokenWrongThatItCouldNotReadYet() {
        // When
        Response answer =
                given().header("authToken", TestAuthTokens.unpublished()).get("/test/who-am-i");

        // Then
        answer.then().statusCode(503).body("error.code", equalTo("ERR_UNAVAILABLE"));
    }
}
