package io.directcall.bridge.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Talks colibri2 to a bridge as a gateway does. */
public final class ColibriClient {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CONFERENCES = "/colibri/v2/conferences";

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI bridge;

    public ColibriClient(URI bridge) {
        this.bridge = bridge;
    }

    /** An answer of the bridge; {@code json} is missing when the body is none. */
    public record Answer(int status, String body, JsonNode json) {
        public String message() {
            return json.path("message").asText();
        }

        public JsonNode endpoint() {
            return json.path("endpoints").path(0);
        }

        public JsonNode transport() {
            return endpoint().path("transport").path("transport");
        }

        public URI channel() {
            return URI.create(transport().path("web-sockets").path(0).asText());
        }
    }

    public Answer create(String body) {
        return send("POST", CONFERENCES, body, "application/json");
    }

    public Answer create(ObjectNode body) {
        return create(body.toString());
    }

    public Answer patch(String meeting, ObjectNode body) {
        return send("PATCH", CONFERENCES + "/" + meeting, body.toString(), "application/json");
    }

    public Answer get(String path) {
        return send("GET", path, "", "application/json");
    }

    public Answer getConference(String meeting) {
        return get(CONFERENCES + "/" + meeting);
    }

    public Answer send(String method, String path, String body, String contentType) {
        HttpRequest request = HttpRequest.newBuilder(bridge.resolve(path))
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body))
                .header("Content-Type", contentType)
                .header("Accept", "application/json")
                .build();
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body(), json(response.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return JSON.missingNode();
        }
    }

    public HttpClient http() {
        return http;
    }
}
