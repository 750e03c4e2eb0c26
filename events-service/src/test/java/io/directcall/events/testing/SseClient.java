package io.directcall.events.testing;

import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Reads one event stream in the background, by the parsing rules of the HTML standard. */
public final class SseClient implements AutoCloseable {
    /** Offers HTTP/2; all its streams share one connection then. */
    private static final HttpClient HTTP_2 = HttpClient.newHttpClient();

    private static final HttpClient HTTP_1 =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final HttpResponse<InputStream> response;
    private final List<SseEvent> events = new CopyOnWriteArrayList<>();
    private final List<String> comments = new CopyOnWriteArrayList<>();
    private final Thread reader;
    private volatile String lastEventId = "";
    private volatile String retry;

    private SseClient(HttpResponse<InputStream> response) {
        this.response = response;
        this.reader = Thread.ofVirtual().start(response.statusCode() == 200 ? this::read : () -> {});
    }

    public static SseClient open(URI uri, String token, String... headers) {
        return open(HTTP_1, withCallToken(uri, token), headers);
    }

    public static SseClient openWithAuthToken(URI uri, String token, String... headers) {
        return open(HTTP_1, HttpRequest.newBuilder(uri).header("authToken", token), headers);
    }

    /** As the application's server for the user. */
    public static SseClient openWithApiKey(URI uri, String key, String uid) {
        return open(HTTP_1, HttpRequest.newBuilder(uri).header("apikey", key).header("onBehalfOf", uid));
    }

    public static SseClient openHttp2(URI uri, String token, String... headers) {
        return open(HTTP_2, withCallToken(uri, token), headers);
    }

    private static HttpRequest.Builder withCallToken(URI uri, String token) {
        return HttpRequest.newBuilder(uri).header("callToken", token);
    }

    private static SseClient open(HttpClient http, HttpRequest.Builder request, String... headers) {
        request.timeout(Duration.ofSeconds(20));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return new SseClient(http.send(request.build(), BodyHandlers.ofInputStream()));
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public HttpResponse<InputStream> response() {
        return response;
    }

    public List<SseEvent> events() {
        return events;
    }

    public List<String> comments() {
        return comments;
    }

    public String lastEventId() {
        return lastEventId;
    }

    public String retry() {
        return retry;
    }

    public boolean isEnded() {
        return !reader.isAlive();
    }

    /** Waits for a number of events and returns all. */
    public List<SseEvent> awaitEvents(int count) {
        await().atMost(Duration.ofSeconds(20)).until(() -> events.size() >= count);
        return events;
    }

    /** Waits for the end of the stream and returns all events. */
    public List<SseEvent> awaitEnd() {
        await().atMost(Duration.ofSeconds(20)).until(this::isEnded);
        return events;
    }

    private void read() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            String id = "";
            String type = "message";
            StringBuilder data = null;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty()) {
                    // An id counts once its frame is whole.
                    lastEventId = id;
                    dispatch(type, data);
                    type = "message";
                    data = null;
                } else if (line.startsWith(":")) {
                    comments.add(line.substring(1).strip());
                } else if (line.startsWith("id: ")) {
                    id = line.substring(4);
                } else if (line.startsWith("event: ")) {
                    type = line.substring(7);
                } else if (line.startsWith("retry: ")) {
                    retry = line.substring(7);
                } else if (line.startsWith("data: ")) {
                    data = data == null ? new StringBuilder() : data.append('\n');
                    data.append(line, 6, line.length());
                } else {
                    throw new IllegalStateException("not a line of an event stream: " + line);
                }
            }
        } catch (IOException closed) {
            // The test or the server closed the stream.
        }
    }

    private void dispatch(String type, StringBuilder data) {
        if (data != null) {
            events.add(new SseEvent(lastEventId, type, data.toString()));
        }
    }

    /** Closes the connection and waits until all that came before was taken. */
    @Override
    public void close() {
        try {
            response.body().close();
            reader.join();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
