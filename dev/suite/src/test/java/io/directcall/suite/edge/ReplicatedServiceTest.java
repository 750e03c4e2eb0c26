package io.directcall.suite.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.directcall.suite.process.Ports;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two replicas behind the edge. */
class ReplicatedServiceTest {
    /** Longer than what sockets buffer, so that it can't all be on its way when the connection is lost. */
    private static final String LONG_BODY = "x".repeat(2_000_000);

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @TempDir
    Path dist;

    private final Ports ports = new Ports();
    private final int port = ports.free();
    private final int firstPort = ports.free();
    private final int secondPort = ports.free();
    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client = HttpClient.newHttpClient();
    private final AtomicInteger received = new AtomicInteger();
    private Edge edge;

    @AfterEach
    void stop() {
        edge.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void replicas_take_turns() throws Exception {
        // Given
        replica(firstPort, request -> answer(request, "first"));
        replica(secondPort, request -> answer(request, "second"));
        start();

        // When
        List<String> answers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            answers.add(post("/v3/calls", "{}").body());
        }

        // Then
        assertThat(answers).containsExactly("first", "second", "first", "second");
    }

    @Test
    void streams_of_one_session_come_from_one_replica() throws Exception {
        // Given
        replica(firstPort, request -> answer(request, "first"));
        replica(secondPort, request -> answer(request, "second"));
        start();

        // When
        List<String> answers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            answers.add(get("/v3/sessions/s1/events").body());
        }

        // Then
        assertThat(answers.stream().distinct()).hasSize(1);
    }

    @Test
    void a_replica_that_refuses_connections_is_passed_over() throws Exception {
        // Given
        replica(secondPort, request -> request.body().onSuccess(body -> answer(request, "got " + body.length())));
        start();

        // When
        List<HttpResponse<String>> answers = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            answers.add(post("/v3/calls", LONG_BODY));
            answers.add(get("/v3/sessions/s" + i + "/events"));
        }

        // Then
        assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(200);
        assertThat(answers).first().extracting(HttpResponse::body).isEqualTo("got " + LONG_BODY.length());
    }

    @Test
    void a_replica_that_dies_is_passed_over_though_its_connections_were_kept() throws Exception {
        // Given
        HttpServer first = replica(firstPort, request -> answer(request, "first"));
        replica(secondPort, request -> answer(request, "second"));
        start();
        post("/v3/calls", "{}");
        post("/v3/calls", "{}");

        // When
        first.close().toCompletionStage().toCompletableFuture().join();

        // Then: at most one is still sent over the kept connection, before its end is noticed, and is told so
        List<String> answers = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            answers.add(post("/v3/calls", "{}").body());
        }
        assertThat(answers).endsWith("second", "second", "second");
        assertThat(answers)
                .filteredOn(answer -> !answer.equals("second"))
                .hasSizeLessThanOrEqualTo(1)
                .allMatch(answer -> answer.contains("ERR_UNAVAILABLE"));
    }

    @Test
    void what_was_sent_is_not_sent_again_when_the_connection_is_lost() throws Exception {
        // Given
        replica(firstPort, request -> request.body().onSuccess(body -> breakOff(request)));
        replica(secondPort, request -> request.body().onSuccess(body -> breakOff(request)));
        start();

        // When
        HttpResponse<String> answer = post("/v3/calls", "{}");

        // Then
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body())
                .contains("\"code\":\"ERR_UNAVAILABLE\"", "session-service", "may have been carried out");
        assertThat(received).hasValue(1);
    }

    @Test
    void what_was_sent_in_part_is_not_sent_again_when_the_connection_is_lost() throws Exception {
        // Given
        replica(firstPort, this::breakOff);
        replica(secondPort, this::breakOff);
        start();

        // When
        HttpResponse<String> answer = post("/v3/calls", LONG_BODY);

        // Then
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("\"code\":\"ERR_UNAVAILABLE\"");
        assertThat(received).hasValue(1);
    }

    @Test
    void a_stream_breaks_when_its_replica_dies() {
        // Given
        replica(firstPort, ReplicatedServiceTest::beginAndBreakOff);
        replica(secondPort, ReplicatedServiceTest::beginAndBreakOff);
        start();

        // When / Then
        assertThatThrownBy(() -> get("/v3/sessions/s1/events")).isInstanceOf(IOException.class);
    }

    private void start() {
        List<Integer> both = List.of(firstPort, secondPort);
        edge = Edge.start(port, Map.of(Upstream.SESSION, both, Upstream.EVENTS, both), any -> true, dist, "the-key");
    }

    private HttpServer replica(int listening, Handler<HttpServerRequest> handler) {
        return vertx.createHttpServer()
                .requestHandler(request -> {
                    received.incrementAndGet();
                    handler.handle(request);
                })
                .listen(listening, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    private static void answer(HttpServerRequest request, String body) {
        request.response().end(body);
    }

    private void breakOff(HttpServerRequest request) {
        request.connection().close();
    }

    private static void beginAndBreakOff(HttpServerRequest request) {
        request.response()
                .setChunked(true)
                .write("data: first\n\n")
                .onComplete(written -> request.connection().close());
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(request(path).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return client.send(request(path).POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
    }

    /** A hanging answer fails the test instead of the build. */
    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(PATIENCE);
    }
}
