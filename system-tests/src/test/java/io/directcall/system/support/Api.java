package io.directcall.system.support;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;

/** The public API as an application's server and a client use it. */
public final class Api {
    private static final String API_KEY = "dev-api-key";

    private final String base;

    /** @param link of the suite, ending in a slash */
    public Api(String link) {
        this.base = link + "v3";
    }

    /** A session's id that nobody else uses. */
    public static String newSession() {
        return "s-" + UUID.randomUUID();
    }

    /** A request with a JSON body to come. */
    public RequestSpecification request() {
        return given().baseUri(base).contentType(ContentType.JSON);
    }

    /** A request of the application's server. */
    public RequestSpecification asServer() {
        return request().header("apikey", API_KEY);
    }

    /** A request with a call token. */
    public RequestSpecification asCaller(String callToken) {
        return request().header("callToken", callToken);
    }

    /** Makes a user and gives the auth token. */
    public String authToken(String uid) {
        asServer().body(Map.of("uid", uid, "name", uid)).post("/users");
        return asServer()
                .body(Map.of())
                .post("/users/{uid}/auth_tokens", uid)
                .then()
                .statusCode(200)
                .extract()
                .path("data.authToken");
    }

    /** A participant's call token for a new user. */
    public String callToken(String session) {
        return callTokenOf(authToken(newUser()), session);
    }

    /** A participant's call token for the user of an auth token. */
    public String callTokenOf(String authToken, String session) {
        return request()
                .header("authToken", authToken)
                .body(Map.of("sessionId", session))
                .post("/call_tokens")
                .then()
                .statusCode(200)
                .extract()
                .path("data.token");
    }

    /** A call token with another role, as only the application's server gets it. */
    public String callToken(String session, String role) {
        String uid = newUser();
        authToken(uid);
        return asServer()
                .header("onBehalfOf", uid)
                .body(Map.of("sessionId", session, "role", role))
                .post("/call_tokens")
                .then()
                .statusCode(200)
                .extract()
                .path("data.token");
    }

    /** Joins without media. */
    public Response join(String session, String callToken) {
        return asCaller(callToken).body(Map.of()).post("/sessions/{sid}/participants", session);
    }

    /** Joins without media and gives the participant's id. */
    public String joined(String session, String callToken) {
        return join(session, callToken).then().statusCode(201).extract().path("data.participant.participantId");
    }

    /** The session as the application's server sees it. */
    public Response session(String session) {
        return asServer().get("/sessions/{sid}", session);
    }

    private static String newUser() {
        return "u-" + UUID.randomUUID();
    }
}
