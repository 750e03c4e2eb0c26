package io.directcall.system.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/** What clients ask of the history. One thread. */
final class HistoryCases {
    private static final String HEAVY = "bench-1";
    private static final String ORDINARY = "bench-7777";
    private static final String API_KEY = "dev-api-key";
    private static final int PER_PAGE = 30;
    private static final int GROUPS = 500;
    /** The furthest page that a number reaches. */
    private static final int LAST_NUMBERED = 100_000 / PER_PAGE;

    private final HttpClient client = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private final Random random = new Random(1);
    private final String base;
    private final int calls;

    /** @param link of the suite, ending in a slash */
    HistoryCases(String link, int calls) {
        this.base = link + "v3";
        this.calls = calls;
    }

    /** Each runs one request, or fails. */
    Map<String, Runnable> all() {
        var cases = new LinkedHashMap<String, Runnable>();
        String[] heavy = {"authToken", authToken(HEAVY)};
        String[] ordinary = {"authToken", authToken(ORDINARY)};
        String[] server = {"apikey", API_KEY};
        addUser(cases, "ordinary", ordinary);
        addUser(cases, "heavy", heavy);
        add(cases, "heavy, page 1-2000", heavy, () -> "page=" + (1 + random.nextInt(2000)));
        add(cases, "server, page 1", server, () -> "");
        add(cases, "server, page 1-3333", server, () -> "page=" + (1 + random.nextInt(LAST_NUMBERED)));
        cases.put("server, by cursor", byCursor(server));
        add(cases, "server, busy", server, () -> "status=busy");
        add(cases, "server, rejected meet", server, () -> "status=rejected&mode=meet");
        add(cases, "server, audio", server, () -> "type=audio");
        add(cases, "server, call audio", server, () -> "mode=call&type=audio");
        add(cases, "server, uid=heavy", server, () -> "uid=" + HEAVY);
        add(cases, "server, guid", server, () -> "guid=bench-team-" + random.nextInt(GROUPS));
        cases.put("server, a call", () -> get(server, "/calls/bench-" + (1 + random.nextInt(calls))));
        return cases;
    }

    private void addUser(Map<String, Runnable> cases, String name, String... credential) {
        add(cases, name + ", page 1", credential, () -> "");
        cases.put(name + ", by cursor", byCursor(credential));
        add(cases, name + ", ended", credential, () -> "status=ended");
        add(cases, name + ", busy", credential, () -> "status=busy");
        add(cases, name + ", audio", credential, () -> "type=audio");
        add(cases, name + ", meet", credential, () -> "mode=meet");
        add(cases, name + ", incoming", credential, () -> "direction=incoming");
        add(cases, name + ", busy audio", credential, () -> "status=busy&type=audio");
        add(cases, name + ", uid=any", credential, () -> "uid=bench-" + (11 + random.nextInt(9000)));
        add(cases, name + ", uid=busy", credential, () -> "uid=bench-" + (2 + random.nextInt(9)));
        add(cases, name + ", guid", credential, () -> "guid=bench-team-" + random.nextInt(GROUPS));
    }

    private void add(Map<String, Runnable> cases, String name, String[] credential, Supplier<String> query) {
        cases.put(name, () -> get(credential, "/calls?perPage=" + PER_PAGE + "&" + query.get()));
    }

    /** From page to page, from the beginning again at the end. */
    private Runnable byCursor(String... credential) {
        var next = new String[] {""};
        return () -> {
            JsonNode page = get(credential, "/calls?perPage=" + PER_PAGE + next[0]);
            String cursor = page.at("/meta/cursor/next").asText();
            next[0] = cursor.isEmpty() ? "" : "&after=" + cursor;
        };
    }

    private JsonNode get(String[] credential, String path) {
        return send(HttpRequest.newBuilder(URI.create(base + path)).headers(credential));
    }

    private String authToken(String uid) {
        post("/users", "{\"uid\":\"" + uid + "\",\"name\":\"" + uid + "\"}");
        return post("/users/" + uid + "/auth_tokens", "{}")
                .at("/data/authToken")
                .asText();
    }

    private JsonNode post(String path, String body) {
        return send(HttpRequest.newBuilder(URI.create(base + path))
                .headers("apikey", API_KEY, "content-type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    private JsonNode send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> answer = client.send(request.build(), BodyHandlers.ofByteArray());
            if (answer.statusCode() / 100 != 2) {
                throw new IllegalStateException(answer + ": " + new String(answer.body(), StandardCharsets.UTF_8));
            }
            return json.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
