package io.directcall.bridge.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The client side of a bridge channel, which remembers all that comes. */
public final class TestChannel implements WebSocket.Listener, AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final LinkedBlockingQueue<JsonNode> received = new LinkedBlockingQueue<>();
    private final CompletableFuture<String> closed = new CompletableFuture<>();
    private final StringBuilder partial = new StringBuilder();
    private WebSocket socket;

    private TestChannel() {}

    /** Opens; a refused handshake ends in a CompletionException with a WebSocketHandshakeException. */
    public static TestChannel open(HttpClient http, URI uri) {
        TestChannel channel = new TestChannel();
        channel.socket = http.newWebSocketBuilder().buildAsync(uri, channel).join();
        return channel;
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            received.add(parse(partial.toString()));
            partial.setLength(0);
        }
        from.request(1);
        return null;
    }

    private static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(text, e);
        }
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closed.complete(code + " " + reason);
        return null;
    }

    public void send(String json) {
        socket.sendText(json.replace('\'', '"'), true).join();
    }

    /** The next message of that class; others before it are dropped. Fails when none comes in time. */
    public JsonNode await(String colibriClass, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        try {
            while (true) {
                JsonNode message = received.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (message == null) {
                    throw new AssertionError("no " + colibriClass + " within " + patience);
                }
                if (message.path("colibriClass").asText().equals(colibriClass)) {
                    return message;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The next message of that class if it came already; others before it are dropped. */
    public Optional<JsonNode> poll(String colibriClass) {
        for (JsonNode message = received.poll(); message != null; message = received.poll()) {
            if (message.path("colibriClass").asText().equals(colibriClass)) {
                return Optional.of(message);
            }
        }
        return Optional.empty();
    }

    /** Code and reason of the close, once it comes. */
    public CompletableFuture<String> closed() {
        return closed;
    }

    @Override
    public void close() {
        socket.abort();
    }
}
