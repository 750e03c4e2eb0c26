package io.directcall.token.call;

import static io.directcall.token.Api.createAuthToken;
import static io.directcall.token.Api.createCallToken;
import static io.directcall.token.Api.createUser;
import static io.directcall.token.Api.server;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.directcall.service.test.EventLoopWatch;
import io.directcall.service.test.TestCallTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@ExtendWith(EventLoopWatch.class)
class CallTokensApiTest {
    @Test
    void signsATokenForAUser() {
        // Given
        String uid = createUser();

        // When
        String jwt = createCallToken(createAuthToken(uid), "room-1");

        // Then
        JsonPath header = part(jwt, 0);
        assertThat(header.getString("typ")).isEqualTo("call+jwt");
        assertThat(header.getString("alg")).isEqualTo("ES256");
        JsonPath claims = part(jwt, 1);
        assertThat(claims.getString("sub")).isEqualTo(uid);
        assertThat(claims.getString("role")).isEqualTo("participant");
        assertThat(claims.getString("data.sessionId")).isEqualTo("room-1");
        assertThat(claims.getString("data.user.name")).isEqualTo("Name of " + uid);
        assertThat(claims.getLong("exp") - claims.getLong("iat")).isEqualTo(6 * 3600);
    }

    @Test
    void showsWhatAValidTokenSays() {
        // Given
        String uid = createUser();
        String jwt = createCallToken(createAuthToken(uid), "room-2");

        // When
        Response answer = given().header("callToken", jwt).get("/v3.0/call_tokens");

        // Then
        answer.then()
                .statusCode(200)
                .body("data.callToken", equalTo(jwt))
                .body("data.settings.PRESENTER_MODE_ENABLED", equalTo(false))
                .body("data.settings.WEBRTC_HOST", equalTo("localhost:8080"))
                .body("data.payload.room", equalTo("room-2"))
                .body("data.payload.data.sessionId", equalTo("room-2"))
                .body("data.payload.data.user.uid", equalTo(uid));
    }

    @ParameterizedTest
    @ValueSource(strings = {"participant", "moderator", "viewer"})
    void letsTheServerGiveAnyRole(String role) {
        // Given
        String uid = createUser();

        // When
        Response answer = server().header("onBehalfOf", uid)
                .body(Map.of("sessionId", "s", "role", role))
                .post("/v3/call_tokens");

        // Then
        answer.then().statusCode(200);
        assertThat(part(answer.path("data.token"), 1).getString("role")).isEqualTo(role);
    }

    @ParameterizedTest
    @ValueSource(strings = {"moderator", "viewer"})
    void letsAUserGiveItselfNoRole(String role) {
        // Given
        String authToken = createAuthToken(createUser());

        // When
        Response answer = given().header("authToken", authToken)
                .contentType(ContentType.JSON)
                .body(Map.of("sessionId", "s", "role", role))
                .post("/v3/call_tokens");

        // Then
        answer.then().statusCode(403).body("error.code", equalTo("AUTH_ERR_NO_ACCESS"));
    }

    static Stream<List<String>> subsets() {
        return Stream.of(List.of(), List.of("camera", "audio"), List.of("audio", "camera", "screen"));
    }

    @ParameterizedTest
    @MethodSource("subsets")
    void letsTheServerSayWhatIsSentAndShowsIt(List<String> kinds) {
        // Given
        String uid = createUser();
        String jwt = server().header("onBehalfOf", uid)
                .body(Map.of("sessionId", "s", "publish", kinds))
                .post("/v3/call_tokens")
                .then()
                .statusCode(200)
                .extract()
                .path("data.token");

        // When
        Response shown = given().header("callToken", jwt).get("/v3/call_tokens");

        // Then
        assertThat(part(jwt, 1).<String>getList("publish")).containsExactlyInAnyOrderElementsOf(kinds);
        assertThat(shown.jsonPath().<String>getList("data.payload.data.publishes"))
                .containsExactlyInAnyOrderElementsOf(kinds);
    }

    @Test
    void saysNothingOfWhatIsSentUnlessItWasAsked() {
        // Given
        String jwt = createCallToken(createAuthToken(createUser()), "room-3");

        // When
        Response shown = given().header("callToken", jwt).get("/v3/call_tokens");

        // Then
        assertThat(part(jwt, 1).getMap("")).doesNotContainKey("publish");
        shown.then().body("data.payload.data.publishes", containsInAnyOrder("audio", "camera", "screen"));
    }

    @Test
    void letsAUserNotSayWhatItSends() {
        // Given
        String authToken = createAuthToken(createUser());

        // When
        Response answer = given().header("authToken", authToken)
                .contentType(ContentType.JSON)
                .body(Map.of("sessionId", "s", "publish", List.of("audio", "camera", "screen")))
                .post("/v3/call_tokens");

        // Then
        answer.then()
                .statusCode(403)
                .body("error.code", equalTo("AUTH_ERR_NO_ACCESS"))
                .body("error.message", containsString("'publish'"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'sessionId':'s','publish':['audio','smell']}",
                "{'sessionId':'s','publish':['Audio']}",
                "{'sessionId':'s','publish':[0]}",
                "{'sessionId':'s','publish':[null]}",
                "{'sessionId':'s','publish':'audio'}",
                "{'sessionId':'s','publish':{'audio':true}}",
                "{'sessionId':'s','publish':true}",
                "{'sessionId':'s','publish':['audio'],'role':'viewer'}",
            })
    void namesThePublishFieldThatIsWrong(String sent) {
        // Given
        String uid = createUser();

        // When
        Response answer =
                server().header("onBehalfOf", uid).body(sent.replace('\'', '"')).post("/v3/call_tokens");

        // Then
        answer.then()
                .statusCode(400)
                .body("error.code", equalTo("ERR_BAD_REQUEST"))
                .body("error.message", containsString("'publish"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                               | ERR_EMPTY_CALL_SESSION_ID | 'sessionId'",
                "{'sessionId':''}                 | ERR_EMPTY_CALL_SESSION_ID | 'sessionId'",
                "null                             | ERR_EMPTY_CALL_SESSION_ID | 'sessionId'",
                "{'sessionId':5}                  | ERR_BAD_REQUEST           | 'sessionId'",
                "{'sessionId':'a b'}              | ERR_BAD_REQUEST           | 'sessionId'",
                "{'sessionId':'s','role':'king'}  | ERR_BAD_REQUEST           | 'role'",
                "{'sessionId':'s','role':1}       | ERR_BAD_REQUEST           | 'role'",
                "{'sessionId'                     | ERR_BAD_REQUEST           | JSON",
            })
    void namesTheFieldThatIsWrong(String sent, String code, String named) {
        // Given
        String authToken = createAuthToken(createUser());

        // When
        Response answer = given().header("authToken", authToken)
                .contentType(ContentType.JSON)
                .body(sent.replace('\'', '"'))
                .post("/v3/call_tokens");

        // Then
        answer.then().statusCode(400).body("error.code", equalTo(code)).body("error.message", containsString(named));
    }

    @Test
    void needsAnAuthToken() {
        // When
        Response answer = given().contentType(ContentType.JSON).body("{}").post("/v3/call_tokens");

        // Then
        answer.then().statusCode(401).body("error.code", equalTo("AUTH_ERR_EMPTY_AUTH_TOKEN"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "dca_0123456789012345678901234567890123456789012", "dca_'; drop table users"})
    void knowsNoAuthTokenThatWasNotCreated(String authToken) {
        // When
        Response answer = given().header("authToken", authToken)
                .contentType(ContentType.JSON)
                .body(Map.of("sessionId", "s"))
                .post("/v3/call_tokens");

        // Then
        answer.then().statusCode(401).body("error.code", equalTo("AUTH_ERR_AUTH_TOKEN_NOT_FOUND"));
    }

    @ParameterizedTest
    @CsvSource({
        "test-api-key, nobody, 404, ERR_UID_NOT_FOUND",
        "test-api-key, a b, 400, ERR_BAD_REQUEST",
        "wrong, alice, 401, AUTH_ERR_APIKEY_NOT_FOUND"
    })
    void refusesAServerThatMayNotOrNamesNobody(String apiKey, String uid, int status, String code) {
        // When
        Response answer = given().header("apikey", apiKey)
                .header("onBehalfOf", uid)
                .contentType(ContentType.JSON)
                .body(Map.of("sessionId", "s"))
                .post("/v3/call_tokens");

        // Then
        answer.then().statusCode(status).body("error.code", equalTo(code));
    }

    @Test
    void refusesAMissingAMalformedAndAForgedCallToken() {
        // Given
        String forged = TestCallTokens.unpublished().builder().sign();

        // When
        Response missing = given().get("/v3/call_tokens");
        Response malformed = given().header("callToken", "x.y.z").get("/v3/call_tokens");
        Response unknownKey = given().header("callToken", forged).get("/v3/call_tokens");

        // Then
        missing.then().statusCode(401).body("error.code", equalTo("AUTH_ERR_EMPTY_CALL_TOKEN"));
        malformed.then().statusCode(401).body("error.code", equalTo("AUTH_ERR_TOKEN_INVALID_SIGNATURE"));
        unknownKey.then().statusCode(401).body("error.code", equalTo("AUTH_ERR_TOKEN_INVALID_SIGNATURE"));
    }

    private static JsonPath part(String jwt, int index) {
        byte[] json = Base64.getUrlDecoder().decode(jwt.split("\\.", -1)[index]);
        return JsonPath.from(new String(json, StandardCharsets.UTF_8));
    }
}
