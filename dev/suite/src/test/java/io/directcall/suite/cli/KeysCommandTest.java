package io.directcall.suite.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeysCommandTest {
    private static final String ID = "6a1f3f3e-9a3a-4c3b-8a55-111122223333";

    private final Map<String, Answer> answers = new HashMap<>();
    private final List<String> received = Collections.synchronizedList(new ArrayList<>());
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private HttpServer installation;

    @BeforeEach
    void start() throws IOException {
        installation = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        installation.createContext("/", this::serve);
        installation.start();
    }

    @AfterEach
    void stop() {
        installation.stop(0);
    }

    @Test
    void makes_a_key_and_prints_nothing_else_to_who_takes_the_output() {
        // Given
        answers.put(
                "POST /v3/api_keys",
                new Answer(
                        201, "{\"data\":{\"id\":\"%s\",\"apiKey\":\"dck_x\",\"scope\":\"authOnly\"}}".formatted(ID)));

        // When
        int status = run("create", "--scope", "authOnly", "--name", "the \"shop\"");

        // Then
        assertThat(status).isZero();
        assertThat(out.toString()).isEqualTo("dck_x" + System.lineSeparator());
        assertThat(err.toString()).contains(ID, "authOnly").doesNotContain("dck_x");
        assertThat(received)
                .containsExactly("POST /v3/api_keys secret {\"scope\":\"authOnly\",\"name\":\"the \\\"shop\\\"\"}");
    }

    @Test
    void makes_a_key_with_full_access_unless_told_otherwise() {
        // Given
        answers.put("POST /v3/api_keys", new Answer(201, "{\"data\":{}}"));

        // When
        run("create");

        // Then
        assertThat(received).containsExactly("POST /v3/api_keys secret {\"scope\":\"fullAccess\"}");
    }

    @Test
    void lists_both_kinds_of_keys() {
        // Given
        answers.put("GET /v3/api_keys?perPage=1000", new Answer(200, """
                {"data":[{"id":"%s","prefix":"dck_12345678","scope":"authOnly","name":"shop","createdAt":0}]}""".formatted(ID)));
        answers.put("GET /v3/signing_keys", new Answer(200, """
                {"data":[{"kid":"k1","state":"retired","signsFrom":0,"keptUntil":9},
                         {"kid":"k2","state":"signing","signsFrom":0}]}"""));

        // When
        int status = run("list");

        // Then
        assertThat(status).isZero();
        assertThat(out.toString().lines())
                .satisfiesExactly(
                        heading -> assertThat(heading).startsWith("API keys"),
                        columns -> assertThat(columns).startsWith("ID "),
                        key -> assertThat(key)
                                .contains(ID, "dck_12345678", "authOnly")
                                .endsWith("shop"),
                        empty -> assertThat(empty).isEmpty(),
                        heading -> assertThat(heading).startsWith("Signing keys"),
                        columns -> assertThat(columns).startsWith("KEY "),
                        key -> assertThat(key).startsWith("k1 ").contains("retired"),
                        key -> assertThat(key).startsWith("k2 ").endsWith("another takes its place"));
    }

    @Test
    void revokes_a_key() {
        // Given
        answers.put("DELETE /v3/api_keys/" + ID, new Answer(200, "{\"data\":{\"message\":\"It was revoked.\"}}"));

        // When
        int status = run("revoke", ID);

        // Then
        assertThat(status).isZero();
        assertThat(out.toString()).contains("It was revoked.");
    }

    @Test
    void makes_the_next_signing_key() {
        // Given
        answers.put("POST /v3/signing_keys", new Answer(200, "{\"data\":{\"kid\":\"k3\",\"signsFrom\":0}}"));

        // When
        int status = run("rotate", "--in", "60");

        // Then
        assertThat(status).isZero();
        assertThat(out.toString()).contains("k3");
        assertThat(received).containsExactly("POST /v3/signing_keys secret {\"signsInSeconds\":60}");
    }

    @Test
    void fails_when_it_is_refused() {
        // Given
        answers.put("GET /v3/api_keys?perPage=1000", new Answer(403, "{\"error\":{\"message\":\"Use another.\"}}"));

        // When
        int status = run("list");

        // Then
        assertThat(status).isEqualTo(1);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).contains("Use another.");
    }

    @Test
    void sends_no_development_key_to_another_installation() {
        // When
        int status = execute("keys", "list", "--url", url(), "--api-key", "");

        // Then
        assertThat(status).isEqualTo(1);
        assertThat(received).isEmpty();
        assertThat(err.toString()).contains("--api-key");
    }

    @Test
    void takes_ids_only() {
        assertThat(run("revoke", "dck_12345678")).isEqualTo(2);
        assertThat(run()).isEqualTo(2);
        assertThat(received).isEmpty();
    }

    private int run(String... words) {
        List<String> all = new ArrayList<>(List.of("keys"));
        all.addAll(List.of(words));
        if (words.length > 0) {
            all.addAll(List.of("--url", url(), "--api-key", "secret"));
        }
        return execute(all.toArray(String[]::new));
    }

    private int execute(String... words) {
        return SuiteMain.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(words);
    }

    private String url() {
        return "http://127.0.0.1:" + installation.getAddress().getPort();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            String request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
            String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            received.add((request + " " + exchange.getRequestHeaders().getFirst("apikey") + " " + body).strip());
            Answer answer = answers.getOrDefault(request, new Answer(404, "{}"));
            byte[] json = answer.json().getBytes(UTF_8);
            exchange.sendResponseHeaders(answer.status(), json.length);
            exchange.getResponseBody().write(json);
        }
    }

    private record Answer(int status, String json) {}
}
