package io.directcall.events.stream;

import static io.restassured.RestAssured.given;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.directcall.events.testing.SmallLimits;
import io.directcall.events.testing.SseClient;
import io.directcall.events.testing.Streams;
import io.directcall.service.test.TestAuthTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a stream is asked for with credentials that are not for it, and by pages that are not ours. */
@QuarkusTest
@TestProfile(SmallLimits.class)
class ForeignTokensTest {
    private static final String SESSION = "/v3/sessions/:sessionId/events";
    private static final String USER = "/v3/users/:uid/events";

    private static Streams streams;

    @Inject
    Router router;

    @BeforeAll
    static void start() {
        streams = new Streams();
    }

    @AfterAll
    static void stop() {
        streams.close();
    }

    /** A path that is new fails here until it is tried below. */
    @Test
    void these_are_all_paths_with_an_id() {
        // When
        Set<String> paths = router.getRoutes().stream()
                .map(Route::getPath)
                .filter(path -> path != null && path.contains(":"))
                .collect(toSet());

        // Then
        assertThat(paths).containsExactlyInAnyOrder(SESSION, USER);
    }

    /** The last ones look alike: Greek omicron, full width, another case. */
    @ParameterizedTest
    @ValueSource(strings = {"another", "rοοm", "rｏｏm", "ROOM", "room\u200b"})
    void another_session_s_token_opens_no_stream(String session) {
        given().header("callToken", streams.token(session, "mallory"))
                .get(SESSION.replace(":sessionId", "room"))
                .then()
                .statusCode(403)
                .body("error.code", equalTo("ERR_CALL_NOT_A_PART"));
    }

    @Test
    void another_user_s_auth_token_opens_no_stream() {
        given().header("authToken", TestAuthTokens.start().token("mallory"))
                .get(USER.replace(":uid", "ada"))
                .then()
                .statusCode(403)
                .body("error.code", equalTo("AUTH_ERR_NO_ACCESS"));
    }

    @Test
    void of_two_call_tokens_one_reader_takes_the_first_and_another_the_last() {
        // When
        Response twice = given().header("callToken", streams.token("room", "ada"), streams.token("other", "ada"))
                .get(SESSION.replace(":sessionId", "room"));
        Response both = given().header("callToken", streams.token("room", "ada"))
                .auth()
                .oauth2(streams.token("other", "ada"))
                .get(SESSION.replace(":sessionId", "room"));

        // Then
        for (Response answer : List.of(twice, both)) {
            answer.then().statusCode(400).body("error.code", equalTo("ERR_BAD_REQUEST"));
        }
    }

    @Test
    void a_page_of_another_origin_may_read_no_stream() {
        try (SseClient stream = SseClient.open(
                Streams.uri("room", ""), streams.token("room", "ada"), "Origin", "https://evil.example")) {
            assertThat(stream.response().headers().firstValue("Access-Control-Allow-Origin"))
                    .isEmpty();
        }
    }
}
