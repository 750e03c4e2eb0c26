package io.directcall.token.auth;

import static io.directcall.token.Api.createAuthToken;
import static io.directcall.token.Api.createUser;
import static io.directcall.token.Api.server;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.directcall.service.test.EventLoopWatch;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EventLoopWatch.class)
class MeApiTest {
    @Test
    void showsWhoseTokenItIs() {
        // Given
        String uid = createUser();
        String token = createAuthToken(uid);

        // When
        var answer = given().header("authToken", token).get("/v3/me");

        // Then
        answer.then().statusCode(200).body("data.uid", equalTo(uid)).body("data.name", equalTo("Name of " + uid));
    }

    @Test
    void refusesATokenThatIsNobodys() {
        // When
        var answer = given().header("authToken", "dca_0123456789abcdef").get("/v3/me");

        // Then
        answer.then().statusCode(401).body("error.code", equalTo("AUTH_ERR_AUTH_TOKEN_NOT_FOUND"));
    }

    @Test
    void refusesAnApiKeyWhichIsNoUser() {
        // When
        var answer = server().get("/v3/me");

        // Then
        answer.then().statusCode(401).body("error.code", equalTo("AUTH_ERR_EMPTY_AUTH_TOKEN"));
    }
}
