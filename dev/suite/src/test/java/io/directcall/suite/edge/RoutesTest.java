package io.directcall.suite.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoutesTest {

    @ParameterizedTest
    @CsvSource({
        "/v3/users, TOKEN",
        "/v3.0/users/ada, TOKEN",
        "/v3/users/ada/auth_tokens/1, TOKEN",
        "/v3/users/a%2Fevents, TOKEN",
        "/v3/me, TOKEN",
        "/v3/call_tokens, TOKEN",
        "/v3/signing_keys, TOKEN",
        "/v3/api_keys, TOKEN",
        "/v3/api_keys/1, TOKEN",
        "/v3/revocations, TOKEN",
        "/.well-known/jwks.json, TOKEN",
        "/v3/users/ada/events, EVENTS",
        "/v3/sessions/s1/events, EVENTS",
        "/v3.0/sessions/s1/events, EVENTS",
        "/v3/sessions/s1, SESSION",
        "/v3/sessions/s1/participants, SESSION",
        "/v3/sessions/s1/participants/p1, SESSION",
        "/v3/sessions/s1/participants/media, SESSION",
        "/v3/sessions/s1/switch-to-video, SESSION",
        "/v3/calls, SESSION",
        "/v3/calls/s1/accept, SESSION",
        "/v3/webhooks/deliveries, SESSION",
        "/v3/webhooks/deliveries/msg_1/replay, SESSION",
        "/v3/groups/g1/members, SESSION",
        "/v3/sessions/s1/participants/p1/media, MEDIA",
        "/v3/sessions/s1/participants/p1/media/answer, MEDIA",
        "/v3/sessions/s1/move, MEDIA",
        "/v3/bridges, MEDIA",
        "/v3/bridges/b1/drain, MEDIA",
    })
    void routes_as_the_ingress_does(String path, Upstream expected) {
        // When
        var upstream = Routes.of(path);

        // Then
        assertThat(upstream).contains(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "/v3/users/ada/events, ada",
        "/v3.0/sessions/s1/events, s1",
        "/v3/sessions/s1/participants, ",
        "/v3/users, ",
    })
    void streams_of_one_session_stay_together(String path, String expected) {
        // When
        var stickyId = Routes.stickyId(path);

        // Then
        assertThat(stickyId).isEqualTo(Optional.ofNullable(expected));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/v3",
                "/v3/",
                "/v4/users",
                "/v3.1/users",
                "/v3/usersx",
                "/users",
                "/v3/q/health",
                "/sdk/v3/users"
            })
    void leaves_the_rest_alone(String path) {
        // When
        var upstream = Routes.of(path);

        // Then
        assertThat(upstream).isEmpty();
    }
}
