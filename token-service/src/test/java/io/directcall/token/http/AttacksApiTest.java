package io.directcall.token.http;

import static io.directcall.token.Api.createAuthToken;
import static io.directcall.token.Api.createCallToken;
import static io.directcall.token.Api.createUser;
import static io.directcall.token.Api.newUid;
import static io.directcall.token.Api.server;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.oneOf;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sent to mean two things, or to look like something else; see {@code docs/security.md}. */
@QuarkusTest
class AttacksApiTest {
    private String uid;
    private String authToken;

    /** Not earlier: REST Assured does not know the port. */
    @BeforeEach
    void someUser() {
        uid = createUser();
        authToken = createAuthToken(uid);
    }

    @Test
    void of_a_key_that_is_there_twice_one_reader_takes_the_first_and_another_the_last() {
        // When
        Response user = server().body("{\"uid\":\"" + newUid() + "\",\"name\":\"A\",\"uid\":\"" + newUid() + "\"}")
                .post("/v3/users");
        Response token = given().header("authToken", authToken)
                .contentType(ContentType.JSON)
                .body("{\"sessionId\":\"a\",\"sessionId\":\"b\"}")
                .post("/v3/call_tokens");

        // Then
        assertBadRequest(user);
        assertBadRequest(token);
    }

    @ParameterizedTest
    @ValueSource(strings = {"apikey", "authToken", "callToken", "onBehalfOf", "Authorization"})
    void of_a_header_that_is_there_twice_one_reader_takes_the_first_and_another_the_last(String header) {
        // When
        Response answer = given().header(header, "one", "two")
                .contentType(ContentType.JSON)
                .body(Map.of("sessionId", "s"))
                .post("/v3/call_tokens");

        // Then
        assertBadRequest(answer);
    }

    @Test
    void the_bearer_is_another_call_token_than_the_header() {
        // When
        Response answer = given().header("callToken", createCallToken(authToken, "a"))
                .auth()
                .oauth2(createCallToken(authToken, "b"))
                .get("/v3/call_tokens");

        // Then
        assertBadRequest(answer);
    }

    @Test
    void an_auth_token_is_used_as_a_call_token() {
        given().header("callToken", authToken)
                .get("/v3/call_tokens")
                .then()
                .statusCode(401)
                .body("error.code", equalTo("AUTH_ERR_TOKEN_INVALID_SIGNATURE"));
    }

    @Test
    void a_call_token_is_used_as_an_auth_token() {
        given().header("authToken", createCallToken(authToken, "s"))
                .get("/v3/me")
                .then()
                .statusCode(401)
                .body("error.code", equalTo("AUTH_ERR_AUTH_TOKEN_NOT_FOUND"));
    }

    /** Cyrillic a, full width, combining, a zero-width space, a name that turns the writing around. */
    @ParameterizedTest
    @ValueSource(strings = {"\u0430lice", "\uff41lice", "a\u0301lice", "alice\u200b", "\u202eecila", "alice\u0000"})
    void an_id_in_a_body_looks_like_another(String id) {
        assertBadRequest(server().body(Map.of("uid", id, "name", "A")).post("/v3/users"));
        assertBadRequest(given().header("authToken", authToken)
                .contentType(ContentType.JSON)
                .body(Map.of("sessionId", id))
                .post("/v3/call_tokens"));
    }

    /** Whatever is made of it on the way, it is not the user. */
    @Test
    void an_id_in_a_path_looks_like_another() {
        for (String lookAlike : new String[] {
            uid.replace("u", "\uff55"), uid.replace("e", "\u0435"), uid + "\u200b", uid.replace("user", "USER")
        }) {
            server().get("/v3/users/{uid}", lookAlike).then().statusCode(oneOf(400, 404));
            server().delete("/v3/users/{uid}/auth_tokens", lookAlike).then().statusCode(oneOf(400, 404));
        }
        given().header("authToken", authToken).get("/v3/me").then().statusCode(200);
    }

    @Test
    void an_id_is_longer_than_a_hundred_characters() {
        // Given
        String id = "x".repeat(101);

        // When / Then
        assertBadRequest(server().body(Map.of("uid", id, "name", "A")).post("/v3/users"));
        assertBadRequest(
                server().header("onBehalfOf", id).body(Map.of("sessionId", "s")).post("/v3/call_tokens"));
        assertBadRequest(given().header("authToken", authToken)
                .contentType(ContentType.JSON)
                .body(Map.of("sessionId", id))
                .post("/v3/call_tokens"));
        server().get("/v3/users/{uid}", id).then().statusCode(oneOf(400, 404));
    }

    private static void assertBadRequest(Response answer) {
        answer.then().statusCode(400).body("error.code", equalTo("ERR_BAD_REQUEST"));
    }
}
