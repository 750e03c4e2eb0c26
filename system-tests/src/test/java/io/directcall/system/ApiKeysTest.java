package io.directcall.system;

import static io.directcall.system.support.Waiting.within;
import static org.assertj.core.api.Assertions.assertThat;

import io.directcall.system.suite.RunningSuite;
import io.directcall.system.support.Api;
import io.directcall.system.support.SharedSuite;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** API keys that an operator makes and ends by {@code ./directcall keys}, at all services. */
@ExtendWith(SharedSuite.class)
class ApiKeysTest {
    private static final Pattern MADE = Pattern.compile("API key (\\S+) with .*\\s+(dck_\\S+)");

    private RunningSuite suite;
    private Api api;

    @BeforeEach
    void connect(RunningSuite running) {
        suite = running;
        api = new Api(running.link());
    }

    @Test
    void a_key_that_is_revoked_ends_at_all_services_within_a_second() {
        // Given
        Matcher made = make("--name", "till");
        String key = made.group(2);
        within(5).until(() -> answers(key), List.of(200, 404, 200, 403)::equals);
        assertThat(keys(Stream.of("list")))
                .contains(made.group(1), "till", "Signing keys")
                .doesNotContain(key);

        // When
        keys(Stream.of("revoke", made.group(1)));

        // Then
        within(5).until(() -> answers(key), List.of(401, 401, 401, 401)::equals);
        assertThat(keys(Stream.of("list"))).doesNotContain(made.group(1));
    }

    @Test
    void an_auth_only_key_is_good_for_users_and_nothing_else() {
        // Given
        Matcher made = make("--scope", "authOnly");

        // When, Then
        within(5).until(() -> answers(made.group(2)), List.of(200, 403, 403, 403)::equals);
    }

    private Matcher make(String... options) {
        Matcher made = MADE.matcher(keys(Stream.concat(Stream.of("create"), Stream.of(options))));
        assertThat(made.find()).isTrue();
        return made;
    }

    private String keys(Stream<String> words) {
        RunningSuite.Output output =
                suite.directcall(Stream.concat(Stream.of("keys"), words).toList());
        assertThat(output.exitCode()).as(output.text()).isZero();
        return output.text();
    }

    /** Of token-service, session-service, media-gateway, and events-service, where it asks for another user's events. */
    private List<Integer> answers(String key) {
        return List.of(
                with(key).get("/users").statusCode(),
                with(key).get("/sessions/never-was").statusCode(),
                with(key).get("/bridges").statusCode(),
                with(key).header("onBehalfOf", "ada").get("/users/bob/events").statusCode());
    }

    private RequestSpecification with(String key) {
        return api.request().header("apikey", key);
    }
}
