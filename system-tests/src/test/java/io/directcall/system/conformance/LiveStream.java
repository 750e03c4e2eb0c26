package io.directcall.system.conformance;

import static io.directcall.system.support.Waiting.within;

import io.directcall.system.conformance.StrictParser.Event;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** One answer to a request for a stream, read in the background by the standard's letter. */
final class LiveStream implements AutoCloseable {
    private static final HttpClient HTTP_1 =
            HttpClient.newBuilder().version(Version.HTTP_1_1).build();
    private static final HttpClient HTTP_2 =
            HttpClient.newBuilder().version(Version.HTTP_2).build();

    private final HttpResponse<InputStream> response;
    private final StrictParser parser = new StrictParser();
    private final Thread reader;

    private LiveStream(HttpResponse<InputStream> response) {
        this.response = response;
        this.reader = Thread.ofVirtual().start(this::read);
    }

    /** With headers by name and value. */
    static LiveStream open(URI uri, String... headers) {
        return open(HTTP_1, uri, headers);
    }

    static LiveStream openHttp2(URI uri, String... headers) {
        return open(HTTP_2, uri, headers);
    }

    private static LiveStream open(HttpClient client, URI uri, String... headers) {
        HttpRequest request = HttpRequest.newBuilder(uri)
                .headers(headers)
                .timeout(Duration.ofSeconds(20))
                .build();
        try {
            return new LiveStream(client.send(request, BodyHandlers.ofInputStream()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void read() {
        byte[] piece = new byte[4096];
        try (InputStream body = response.body()) {
            for (int length = body.read(piece); length >= 0; length = body.read(piece)) {
                synchronized (parser) {
                    parser.feed(Arrays.copyOf(piece, length));
                }
            }
        } catch (IOException closed) {
            // By the server or by this test.
        }
    }

    int status() {
        return response.statusCode();
    }

    HttpResponse<?> response() {
        return response;
    }

    List<Event> events() {
        synchronized (parser) {
            return parser.events();
        }
    }

    List<String> comments() {
        synchronized (parser) {
            return parser.comments();
        }
    }

    String lastEventId() {
        synchronized (parser) {
            return parser.lastEventId();
        }
    }

    long retry() {
        synchronized (parser) {
            return parser.retry().orElse(-1);
        }
    }

    List<String> types() {
        return events().stream().map(Event::type).toList();
    }

    /** The changes of people in the session, which tests cause. */
    List<Event> changes() {
        return events().stream()
                .filter(event -> event.type().equals("ParticipantUpdated"))
                .toList();
    }

    void await(String type) {
        within(20).until(() -> types().contains(type));
    }

    void awaitChanges(int count) {
        within(20).until(() -> changes().size() >= count);
    }

    void awaitEnd() {
        within(20).until(() -> !reader.isAlive());
    }

    @Override
    public void close() {
        try {
            response.body().close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
