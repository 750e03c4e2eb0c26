package io.directcall.system.support;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The public API as an application's server and a client use it. */
public final class Api {
    private static final String API_KEY = "dev-api-key";

    private final String base;
    private final String apiKey;

    /** @param link of the suite, ending in a slash */
    public Api(String link) {
        this(link, API_KEY);
    }

    /** Of any installation. */
    public Api(String link, String apiKey) {
        this.base = link + "v3";
        this.apiKey = apiKey;
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
        return request().header("apikey", apiKey);
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
        return grantedToken(session, Map.of("role", role));
    }

    /** A call token whose holder may send these only: {@code audio}, {@code camera}, {@code screen}. */
    public String callTokenToSend(String session, String... kinds) {
        return grantedToken(session, Map.of("publish", List.of(kinds)));
    }

    private String grantedToken(String session, Map<String, Object> grant) {
        String uid = newUser();
        authToken(uid);
        return callTokenFor(uid, session, grant);
    }

    /** A call token for a user that the application's server asks for, with what it grants. */
    public String callTokenFor(String uid, String session, Map<String, Object> grant) {
        Map<String, Object> body = new HashMap<>(grant);
        body.put("sessionId", session);
        return asServer()
                .header("onBehalfOf", uid)
                .body(body)
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

    /** Who is in it, by id. */
    public List<String> participants(String session) {
        return session(session).path("data.participants.participantId");
    }

    /** The session as the application's server sees it. */
    public Response session(String session) {
        return asServer().get("/sessions/{sid}", session);
    }

    private static String newUser() {
        return "u-" + UUID.randomUUID();
    }
}
