package io.directcall.suite.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.directcall.suite.process.Ports;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EdgeTest {
    @TempDir
    Path dist;

    private final Ports ports = new Ports();
    private final int port = ports.free();
    private final int eventsPort = ports.free();
    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client = HttpClient.newHttpClient();
    private final AtomicReference<HttpServerRequest> open = new AtomicReference<>();
    private final AtomicBoolean upstreamClosed = new AtomicBoolean();
    private Edge edge;

    @BeforeEach
    void start() throws IOException {
        Files.createDirectories(dist.resolve("demo"));
        Files.writeString(dist.resolve("demo/index.html"), "the demo");
        vertx.createHttpServer()
                .requestHandler(this::eventsService)
                .listen(eventsPort, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        edge = Edge.start(
                port,
                Map.of(Upstream.EVENTS, List.of(eventsPort), Upstream.TOKEN, List.of(ports.free())),
                any -> true,
                dist,
                "the-key");
    }

    /** Opens a stream that stays open, or repeats the body of a POST. */
    private void eventsService(HttpServerRequest request) {
        if (request.method().name().equals("POST")) {
            request.body()
                    .onSuccess(body -> request.response().setStatusCode(409).end(body));
            return;
        }
        request.connection().closeHandler(closed -> upstreamClosed.set(true));
        request.response()
                .setChunked(true)
                .putHeader("content-type", "text/event-stream")
                .write("data: first\n\n");
        open.set(request);
    }

    @AfterEach
    void stop() {
        edge.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void passes_events_on_as_they_come() throws IOException {
        // Given
        try (Socket browser = subscribe()) {
            BufferedReader reader = reader(browser);
            readUntil(reader, "data: first");

            // When
            open.get().response().write("data: second\n\n");

            // Then
            readUntil(reader, "data: second");
        }
    }

    @Test
    void closes_the_stream_of_a_client_that_is_gone() throws IOException {
        // Given
        try (Socket browser = subscribe()) {
            readUntil(reader(browser), "data: first");

            // When: the block closes the socket
        }

        // Then
        await().atMost(Duration.ofSeconds(2)).untilTrue(upstreamClosed);
    }

    @Test
    void ends_the_stream_when_the_service_ends_it() throws IOException {
        // Given
        try (Socket browser = subscribe()) {
            BufferedReader reader = reader(browser);
            readUntil(reader, "data: first");

            // When
            open.get().response().end();

            // Then
            readUntil(reader, "0");
        }
    }

    @Test
    void passes_bodies_and_statuses_on() throws Exception {
        // Given
        var request =
                HttpRequest.newBuilder(uri("/v3/sessions/s/events")).POST(HttpRequest.BodyPublishers.ofString("body"));

        // When
        HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());

        // Then
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).isEqualTo("body");
    }

    @Test
    void says_503_for_a_service_that_is_away() throws Exception {
        // Given
        var request = HttpRequest.newBuilder(uri("/v3/users")).POST(HttpRequest.BodyPublishers.ofString("{}"));

        // When
        HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());

        // Then
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("\"code\":\"ERR_UNAVAILABLE\"", "token-service", "\"source\":\"edge\"");
    }

    @Test
    void takes_headers_as_large_as_the_services_do() throws Exception {
        // Given
        var request = HttpRequest.newBuilder(uri("/v3/me")).header("authToken", "a".repeat(12_000));

        // When
        HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());

        // Then: it would have been passed on
        assertThat(answer.statusCode()).isEqualTo(503);
    }

    @Test
    void says_404_for_what_nobody_serves() throws Exception {
        // When
        HttpResponse<String> answer = get("/v3/nothing");

        // Then
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("\"code\":\"ERR_NOT_FOUND\"");
    }

    @Test
    void serves_the_demo_page_and_its_settings() throws Exception {
        // When
        HttpResponse<String> page = get("/?session=s&name=Ada");
        HttpResponse<String> settings = get("/demo-config.json");

        // Then
        assertThat(page.body()).isEqualTo("the demo");
        assertThat(page.headers().firstValue("content-type")).contains("text/html; charset=utf-8");
        assertThat(settings.body()).isEqualTo("{\"apiKey\":\"the-key\"}");
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    /** A plain socket, which the JDK's client would not close while its stream is open. */
    private Socket subscribe() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(5_000);
        String request = "GET /v3/sessions/s/events HTTP/1.1\r\nHost: localhost\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
        return socket;
    }

    private static BufferedReader reader(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    private static void readUntil(BufferedReader reader, String expected) throws IOException {
        String line = reader.readLine();
        while (!expected.equals(line)) {
            assertThat(line).as("the stream ended before '%s'", expected).isNotNull();
            line = reader.readLine();
        }
    }
}
