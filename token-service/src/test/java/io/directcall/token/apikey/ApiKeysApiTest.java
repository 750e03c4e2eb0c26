package io.directcall.token.apikey;

import static io.directcall.token.Api.createAuthToken;
import static io.directcall.token.Api.createUser;
import static io.directcall.token.Api.newUid;
import static io.directcall.token.Api.server;
import static io.directcall.token.Api.serverWith;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.directcall.service.auth.SecretHash;
import io.directcall.service.test.EventLoopWatch;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@ExtendWith(EventLoopWatch.class)
class ApiKeysApiTest {
    private static final String PATH = "/v3/api_keys";

    @BeforeEach
    void awaitTheKeys() {
        await().until(() -> given().get("/q/health/ready").statusCode() == 200);
    }

    @Test
    void makesAKeyThatWorksAtOnce() {
        // When
        JsonPath key = make("fullAccess", "billing");

        // Then
        String secret = key.getString("apiKey");
        assertThat(secret).matches("dck_[A-Za-z0-9_-]{43}").startsWith(key.getString("prefix"));
        assertThat(key.getString("prefix")).hasSize(12);
        assertThat(key.getString("scope")).isEqualTo("fullAccess");
        assertThat(key.getString("name")).isEqualTo("billing");
        serverWith(secret).get(PATH).then().statusCode(200);
    }

    @Test
    void listsKeysTheNewestFirstWithoutTheKeys() {
        // Given
        JsonPath first = make("authOnly", "first");
        JsonPath second = make("fullAccess", null);

        // When
        Response answer = server().get(PATH + "?perPage=2");

        // Then
        answer.then()
                .statusCode(200)
                .body("data.id", equalTo(List.of(second.getString("id"), first.getString("id"))))
                .body("data.prefix", equalTo(List.of(second.getString("prefix"), first.getString("prefix"))))
                .body("data[1].scope", equalTo("authOnly"))
                .body("data[1].name", equalTo("first"))
                .body("data[0].name", nullValue())
                .body("data.apiKey", everyItem(nullValue()))
                .body("data", hasSize(2))
                .body("meta.pagination.per_page", equalTo(2));
        assertThat(answer.asString())
                .doesNotContain(
                        first.getString("apiKey"),
                        SecretHash.of(first.getString("apiKey")).hex());
    }

    @Test
    void refusesARevokedKeyWithinASecond() {
        // Given
        JsonPath key = make("fullAccess", null);

        // When
        server().delete(PATH + "/{id}", key.getString("id")).then().statusCode(200);

        // Then
        await().atMost(Duration.ofSeconds(1))
                .untilAsserted(() -> assertRefused(key.getString("apiKey"), 401, "AUTH_ERR_APIKEY_NOT_FOUND"));
        server().get(PATH).then().body("data.id", not(hasItem(key.getString("id"))));
    }

    @Test
    void revokesAKeyOnceAndNoOther() {
        // Given
        JsonPath revoked = make("fullAccess", null);
        JsonPath kept = make("fullAccess", null);
        server().delete(PATH + "/{id}", revoked.getString("id")).then().statusCode(200);

        // When
        Response again = server().delete(PATH + "/{id}", revoked.getString("id"));

        // Then
        again.then().statusCode(404).body("error.code", equalTo("ERR_API_KEY_NOT_FOUND"));
        serverWith(kept.getString("apiKey")).get(PATH).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-uuid", "%00", "x'; drop table api_keys; --"})
    void revokesNothingByWhatIsNoId(String id) {
        server().urlEncodingEnabled(!id.startsWith("%"))
                .delete(PATH + "/" + id)
                .then()
                .statusCode(404)
                .body("error.code", equalTo("ERR_NOT_FOUND"));
    }

    @Test
    void refusesAKeysIdPrefixOrHashInItsPlace() {
        // Given
        JsonPath key = make("fullAccess", null);
        String hash = SecretHash.of(key.getString("apiKey")).hex();

        // When / Then
        for (String part : List.of(key.getString("id"), key.getString("prefix"), hash, "dck_" + hash)) {
            assertRefused(part, 401, "AUTH_ERR_APIKEY_NOT_FOUND");
        }
    }

    @Test
    void refusesAnAuthTokenInPlaceOfAKeyAndAKeyInPlaceOfAnAuthToken() {
        // Given
        String authToken = createAuthToken(createUser());
        String apiKey = make("fullAccess", null).getString("apiKey");

        // When / Then
        assertRefused(authToken, 401, "AUTH_ERR_APIKEY_NOT_FOUND");
        given().header("authToken", apiKey).get("/v3/me").then().statusCode(401);
    }

    @Test
    void letsAnAuthOnlyKeyCareForUsersAndMakeTheirTokens() {
        // Given
        String key = make("authOnly", null).getString("apiKey");
        String uid = newUid();

        // When / Then
        serverWith(key)
                .body(Map.of("uid", uid, "name", "Ada"))
                .post("/v3/users")
                .then()
                .statusCode(200);
        serverWith(key).get("/v3/users/{uid}", uid).then().statusCode(200);
        serverWith(key).get("/v3/users").then().statusCode(200);
        serverWith(key)
                .body(Map.of("name", "Ada L."))
                .put("/v3/users/{uid}", uid)
                .then()
                .statusCode(200);
        serverWith(key).post("/v3/users/{uid}/auth_tokens", uid).then().statusCode(200);
    }

    @TestFactory
    Stream<DynamicTest> refusesAnAuthOnlyKeyAllElse() {
        String key = make("authOnly", null).getString("apiKey");
        String uid = createUser();
        String user = "/v3/users/" + uid;
        return Stream.of(
                        "DELETE " + user,
                        "GET " + user + "/auth_tokens",
                        "GET " + user + "/auth_tokens/dca_12345678",
                        "DELETE " + user + "/auth_tokens",
                        "DELETE " + user + "/auth_tokens/dca_12345678",
                        "POST /v3/call_tokens",
                        "GET /v3/signing_keys",
                        "POST /v3/signing_keys",
                        "GET " + PATH,
                        "POST " + PATH,
                        "DELETE " + PATH + "/" + UUID.randomUUID(),
                        "GET /test/who-am-i")
                .map(request -> DynamicTest.dynamicTest(request, () -> {
                    int space = request.indexOf(' ');
                    serverWith(key)
                            .header("onBehalfOf", uid)
                            .request(request.substring(0, space), request.substring(space + 1))
                            .then()
                            .statusCode(403)
                            .body("error.code", equalTo("AUTH_ERR_NO_ACCESS"))
                            .body("error.message", containsString("Use one with the scope fullAccess"));
                }));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"name\":\"no scope\"}",
                "{\"scope\":\"everything\"}",
                "{\"scope\":\"FULL_ACCESS\"}",
                "{\"scope\":0}",
                "{\"scope\":\"authOnly\",\"name\":\"a\\u0000b\"}",
                "null",
                ""
            })
    void makesNoKeyFromABodyThatIsNotClear(String body) {
        server().body(body).post(PATH).then().statusCode(400).body("error.code", equalTo("ERR_BAD_REQUEST"));
    }

    @Test
    void needsAKeyToMakeOne() {
        given().contentType("application/json")
                .body("{\"scope\":\"authOnly\"}")
                .post(PATH)
                .then()
                .statusCode(401)
                .body("error.code", equalTo("AUTH_ERR_EMPTY_APIKEY"));
    }

    private static JsonPath make(String scope, String name) {
        Map<String, String> body = name == null ? Map.of("scope", scope) : Map.of("scope", scope, "name", name);
        Response answer = server().body(body).post(PATH);
        answer.then().statusCode(201);
        return answer.jsonPath().setRootPath("data");
    }

    private static void assertRefused(String key, int status, String code) {
        serverWith(key).get("/v3/users").then().statusCode(status).body("error.code", equalTo(code));
    }
}
