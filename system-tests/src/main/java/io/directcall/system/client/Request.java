package io.directcall.system.client;

import io.vertx.core.http.HttpMethod;
import java.util.HashMap;
import java.util.Map;

/**
 * One request to the API.
 *
 * @param path with the version
 * @param headers beside the content type
 * @param body JSON, null for none
 */
public record Request(HttpMethod method, String path, Map<String, String> headers, String body) {
    /** Of an embedded suite. */
    public static final String API_KEY = "dev-api-key";

    /** With the credentials of a participant. */
    public static Request asCaller(HttpMethod method, String path, String callToken, String body) {
        return new Request(method, path, Map.of("callToken", callToken), body);
    }

    /** With the credentials of the application's server. */
    public static Request asServer(HttpMethod method, String path, String body) {
        return new Request(method, path, Map.of("apikey", API_KEY), body);
    }

    /** The same with one header more. */
    public Request with(String header, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(header, value);
        return new Request(method, path, Map.copyOf(more), body);
    }
}
