package io.directcall.token;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;

/** The requests that the tests send again and again. */
public final class Api {
    private Api() {}

    /** As the application's server. */
    public static RequestSpecification server() {
        return serverWith("test-api-key");
    }

    /** As whoever has this API key. */
    public static RequestSpecification serverWith(String apiKey) {
        return given().header("apikey", apiKey).contentType(ContentType.JSON);
    }

    /** A uid that no other test uses. */
    public static String newUid() {
        return "user-" + UUID.randomUUID();
    }

    /** Creates a user and returns its uid. */
    public static String createUser() {
        String uid = newUid();
        server().body(Map.of("uid", uid, "name", "Name of " + uid, "avatar", "https://pictures.example/" + uid))
                .post("/v3/users")
                .then()
                .statusCode(200);
        return uid;
    }

    /** Creates an auth token of a user and returns it. */
    public static String createAuthToken(String uid) {
        return server().post("/v3/users/{uid}/auth_tokens", uid)
                .then()
                .statusCode(200)
                .extract()
                .path("data.authToken");
    }

    /** Asks for a call token with an auth token and returns it. */
    public static String createCallToken(String authToken, String sessionId) {
        return given().header("authToken", authToken)
                .contentType(ContentType.JSON)
                .body(Map.of("sessionId", sessionId))
                .post("/v3/call_tokens")
                .then()
                .statusCode(200)
                .extract()
                .path("data.token");
    }
}
