package io.directcall.system.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.directcall.suite.part.PartView;
import io.directcall.system.client.Answer;
import io.directcall.system.client.ApiClient;
import io.directcall.system.client.EventLoop;
import io.directcall.system.client.Request;
import io.directcall.system.suite.RunningSuite;
import io.vertx.core.http.HttpMethod;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.StreamSupport;

/** The bridges of a suite and the sessions on them, as an operator reads and moves them. Bridges go by the names of the suite's parts. */
final class Bridges {
    private final EventLoop loop;
    private final Map<String, Integer> ports = new LinkedHashMap<>();
    private final Map<String, ApiClient> clients = new LinkedHashMap<>();
    private final ApiClient api;

    Bridges(RunningSuite suite, EventLoop loop) {
        this.loop = loop;
        this.api = client(suite.run().port());
        for (PartView part : suite.run().parts()) {
            if (part.name().startsWith("bridge-")) {
                ports.put(part.name(), part.port());
                clients.put(part.name(), client(part.port()));
            }
        }
    }

    private ApiClient client(int port) {
        return loop.call(() -> new ApiClient(loop.vertx(), port, new Random(port)));
    }

    /** All of them. */
    List<String> names() {
        return List.copyOf(ports.keySet());
    }

    /** The sessions on a bridge; none when it does not answer. */
    Set<String> sessions(String bridge) {
        Request debug = new Request(HttpMethod.GET, "/debug", Map.of(), null);
        Answer answer = loop.await(() -> clients.get(bridge).send(debug));
        Set<String> sessions = new HashSet<>();
        // The gateway names a conference "installation~session~random".
        for (JsonNode conference : answer.body().path("conferences")) {
            sessions.add(conference.path("meeting_id").asText().split("~", -1)[1]);
        }
        return sessions;
    }

    /** Whether all are ready to take conferences. */
    boolean areAvailable() {
        return entries().stream().allMatch(entry -> entry.path("state").asText().equals("available"));
    }

    void drain(String bridge) {
        post("/v3/bridges/" + id(bridge) + "/drain");
    }

    void undrain(String bridge) {
        post("/v3/bridges/" + id(bridge) + "/undrain");
    }

    /** To wherever the gateway finds best. */
    void move(String session) {
        post("/v3/sessions/" + session + "/move");
    }

    /** Who is in a session: ids of participants. */
    Set<String> participants(String session) {
        Set<String> ids = new HashSet<>();
        Request request = Request.asServer(HttpMethod.GET, "/v3/sessions/" + session, null);
        for (JsonNode one : loop.await(() -> api.send(request)).data().path("participants")) {
            ids.add(one.path("participantId").asText());
        }
        return ids;
    }

    private String id(String bridge) {
        String port = ":" + ports.get(bridge);
        return entries().stream()
                .filter(entry -> entry.path("url").asText().replaceAll("/$", "").endsWith(port))
                .map(entry -> entry.path("id").asText())
                .findFirst()
                .orElseThrow();
    }

    private List<JsonNode> entries() {
        Answer answer = loop.await(() -> api.send(Request.asServer(HttpMethod.GET, "/v3/bridges", null)));
        return StreamSupport.stream(answer.data().spliterator(), false).toList();
    }

    private void post(String path) {
        Answer answer = loop.await(() -> api.send(Request.asServer(HttpMethod.POST, path, "{}")));
        if (!answer.isAccepted()) {
            throw new IllegalStateException(path + " was not accepted: " + answer);
        }
    }
}
