package io.directcall.system;

import static io.directcall.system.support.Waiting.within;
import static org.assertj.core.api.Assertions.assertThat;

import io.directcall.system.client.Answer;
import io.directcall.system.client.ApiClient;
import io.directcall.system.client.CallTokens;
import io.directcall.system.client.EventLoop;
import io.directcall.system.client.Json;
import io.directcall.system.client.Request;
import io.directcall.system.suite.RunningSuite;
import io.directcall.system.support.Api;
import io.directcall.system.support.SharedSuite;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SequencedSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Keys are replaced while users join. */
@ExtendWith(SharedSuite.class)
class RotationTest {
    private static final int USERS = 3;
    private static final int MILLIS_BETWEEN_JOINS = 100;
    private static final int ROTATIONS = 3;
    /** Ten minutes by default; as short as joins of other services can bear. */
    private static final int LEAD_SECONDS = 2;

    private final EventLoop loop = new EventLoop();
    /** Of the event loop. */
    private final List<String> failures = new ArrayList<>();

    private final SequencedSet<String> keys = new LinkedHashSet<>();
    private int joined;
    private boolean ended;

    private Api api;
    private ApiClient client;

    @BeforeEach
    void connect(RunningSuite suite) {
        api = new Api(suite.link());
        client = loop.call(() -> new ApiClient(loop.vertx(), suite.run().port(), new Random(1)));
        loop.await(() -> new CallTokens(client).users(List.of("rotation")));
    }

    @AfterEach
    void close() {
        loop.call(() -> ended = true);
        loop.close();
    }

    @Test
    void no_join_fails_while_keys_are_replaced() {
        // Given
        loop.call(() -> {
            for (int user = 0; user < USERS; user++) {
                join();
            }
            return true;
        });
        awaitJoins();

        // When
        for (int rotation = 1; rotation <= ROTATIONS; rotation++) {
            String kid = rotate();
            within(30).until(() -> loop.call(() -> keys.getLast().equals(kid) || !failures.isEmpty()));
        }
        awaitJoins();

        // Then
        assertThat(loop.call(() -> List.copyOf(failures))).isEmpty();
        assertThat(loop.call(() -> List.copyOf(keys))).hasSize(ROTATIONS + 1);
    }

    private void awaitJoins() {
        int before = loop.call(() -> joined);
        within(30).until(() -> loop.call(() -> joined > before + 5 || !failures.isEmpty()));
    }

    private String rotate() {
        return api.asServer()
                .body(Map.of("signsInSeconds", LEAD_SECONDS))
                .post("/signing_keys")
                .then()
                .statusCode(200)
                .extract()
                .path("data.kid");
    }

    /** Again and again, with a new token into a new session. Each request is sent once: a second attempt would hide what is looked for. */
    private void join() {
        String session = Api.newSession();
        Request asked = Request.asServer(HttpMethod.POST, "/v3/call_tokens", Json.write(Map.of("sessionId", session)))
                .with("onBehalfOf", "rotation");
        client.send(asked)
                .compose(answer -> {
                    noted("call token", answer);
                    return join(session, answer.data().path("token").asText());
                })
                .compose(over -> client.send(Request.asServer(HttpMethod.DELETE, path(session), null)))
                .onComplete(over -> {
                    if (!ended) {
                        loop.vertx().setTimer(MILLIS_BETWEEN_JOINS, again -> join());
                    }
                });
    }

    private Future<Answer> join(String session, String token) {
        return client.send(Request.asCaller(HttpMethod.POST, path(session) + "/participants", token, "{}"))
                .onSuccess(answer -> {
                    noted("join", answer);
                    keys.add(kid(token));
                    joined++;
                });
    }

    private void noted(String what, Answer answer) {
        if (!answer.isAccepted()) {
            failures.add(what + ": " + answer);
        }
    }

    private static String path(String session) {
        return "/v3/sessions/" + session;
    }

    private static String kid(String token) {
        byte[] header = Base64.getUrlDecoder().decode(token.substring(0, token.indexOf('.')));
        return (String)
                Json.read(new String(header, StandardCharsets.UTF_8), Map.class).get("kid");
    }
}
