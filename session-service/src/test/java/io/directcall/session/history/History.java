package io.directcall.session.history;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import io.directcall.service.test.TestAuthTokens;
import io.directcall.session.testing.Client;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

/** Asks for the history of calls. Made anew for each start of the service. */
public final class History {
    private final TestAuthTokens tokens = TestAuthTokens.start();

    TestAuthTokens tokens() {
        return tokens;
    }

    /** A user who asks itself; returns when the service knows the token. */
    RequestSpecification of(String uid) {
        String token = tokens.token(uid);
        await().atMost(20, SECONDS)
                .until(() -> given().header("authToken", token).get("/v3/calls").statusCode() == 200);
        return given().header("authToken", token);
    }

    /** The call of a session, for the application's server. */
    public static ValidatableResponse call(String sessionId) {
        return Client.server().get("/v3/calls/" + sessionId).then();
    }

    /** What the application's server sees with this query. */
    public static Response list(String query) {
        return Client.server().get("/v3/calls?" + query);
    }
}
