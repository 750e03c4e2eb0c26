package io.directcall.suite.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.directcall.suite.part.Parts;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which installation a command asks: the suite of this checkout, or any other by its address and an API key. */
final class Installation {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final int FIRST_NOT_OK = 300;

    @Mixin
    private Place place;

    @Option(names = "--url", paramLabel = "URL")
    private URI url;

    /** By the environment too, so that it need not stand in the history of a shell. */
    @Option(names = "--api-key", paramLabel = "KEY", defaultValue = "${env:DIRECTCALL_API_KEY}")
    private String apiKey;

    /** The data of the answer. */
    JsonNode get(String path) {
        return send(request(path).GET());
    }

    /** The data of the answer. */
    JsonNode post(String path, String json) {
        return send(request(path).header("content-type", "application/json").POST(BodyPublishers.ofString(json)));
    }

    /** The data of the answer. */
    JsonNode delete(String path) {
        return send(request(path).DELETE());
    }

    private HttpRequest.Builder request(String path) {
        URI base =
                url == null ? URI.create("http://127.0.0.1:" + place.running().port()) : url;
        return HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE).header("apikey", key());
    }

    /** The key of the suite of this checkout is of no use elsewhere. */
    private String key() {
        if (apiKey != null && !apiKey.isEmpty()) {
            return apiKey;
        }
        if (url != null) {
            throw new Refusal("Which API key? Say it by --api-key KEY or in the environment as DIRECTCALL_API_KEY.");
        }
        return Parts.API_KEY;
    }

    private static JsonNode send(HttpRequest.Builder request) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            var answer = http.send(request.build(), BodyHandlers.ofString());
            JsonNode body = new ObjectMapper().readTree(answer.body());
            if (answer.statusCode() >= FIRST_NOT_OK) {
                throw new Refusal(body.path("error").path("message").asText("It answers " + answer.statusCode()));
            }
            return body.path("data");
        } catch (IOException e) {
            throw new Refusal("No answer from " + request.build().uri() + ": " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal("Interrupted while waiting for an answer.");
        }
    }
}
