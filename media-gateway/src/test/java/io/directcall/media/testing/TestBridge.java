package io.directcall.media.testing;

import static io.restassured.RestAssured.given;

import io.directcall.bridge.BridgeOptions;
import io.directcall.bridge.DevBridge;
import io.directcall.bridge.conference.ExpiryRules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The one bridge that the service under test knows: starts, stops and starts again on the same port. */
public final class TestBridge {
    private static final int PORT = Integer.getInteger(BridgePorts.PORT);

    /** No client of these tests ever connects; the bridge complains of it after this time. */
    private static final Duration UNHEARD = Duration.ofSeconds(8);

    private static DevBridge running;

    private TestBridge() {}

    /** Does nothing when it runs. */
    public static synchronized void start() {
        if (running == null) {
            try {
                running = new DevBridge(BridgeOptions.builder()
                                .httpPort(PORT)
                                .expiry(ExpiryRules.defaults().withFirstTransfer(UNHEARD))
                                .build())
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Ends it with all its conferences. Does nothing when it does not run. */
    public static synchronized void stop() {
        if (running != null) {
            running.close();
            running = null;
        }
    }

    /** Its id among the service's bridges. */
    public static String id() {
        return "127.0.0.1-" + PORT;
    }

    /** Its URL among the service's bridges. */
    public static String url() {
        return "http://127.0.0.1:" + PORT;
    }

    /** All endpoints of all conferences. */
    public static List<Map<String, Object>> endpoints() {
        return given().get("http://127.0.0.1:" + PORT + "/debug/conferences")
                .jsonPath()
                .getList("conferences.endpoints.flatten()");
    }

    /** What the bridge has of one endpoint, empty when it does not know it. */
    public static Map<String, Object> endpoint(String endpointId) {
        return endpoints().stream()
                .filter(endpoint -> endpointId.equals(endpoint.get("id")))
                .findFirst()
                .orElse(Map.of());
    }

    /** Names of the sources that an endpoint has there, empty when the bridge does not know it. */
    public static List<String> sources(String endpointId) {
        return given().get("http://127.0.0.1:" + PORT + "/debug/conferences")
                .jsonPath()
                .getList(
                        "conferences.endpoints.flatten().findAll { it.id == '" + endpointId
                                + "' }.sources.flatten().name",
                        String.class);
    }

    /** SSRCs of the media, without retransmissions, that an endpoint's sources have there. */
    public static List<Long> ssrcs(String endpointId) {
        return given().get("http://127.0.0.1:" + PORT + "/debug/conferences")
                .jsonPath()
                .getList(
                        "conferences.endpoints.flatten().findAll { it.id == '" + endpointId
                                + "' }.sources.flatten().ssrcs.flatten()",
                        Long.class);
    }

    /** Whether the bridge knows the endpoint. */
    public static boolean has(String endpointId) {
        return endpoints().stream().anyMatch(endpoint -> endpointId.equals(endpoint.get("id")));
    }

    /** Whether somebody holds the endpoint's bridge channel. */
    public static boolean hasChannel(String endpointId) {
        return endpoints().stream()
                .anyMatch(endpoint ->
                        endpointId.equals(endpoint.get("id")) && Boolean.TRUE.equals(endpoint.get("channelOpen")));
    }

    /** Ids of all conferences that begin like this. */
    public static List<String> conferences(String prefix) {
        List<String> all = given().get("http://127.0.0.1:" + PORT + "/debug/conferences")
                .jsonPath()
                .getList("conferences.meetingId", String.class);
        return all.stream().filter(id -> id.startsWith(prefix)).toList();
    }

    /** Asks it to be left alone, or not any more. */
    public static void drain(boolean enable) {
        given().post("http://127.0.0.1:" + PORT + "/colibri/drain/" + (enable ? "enable" : "disable"))
                .then()
                .statusCode(200);
    }

    /** Makes an endpoint behind the gateway's back, and its conference when that does not exist. */
    public static void make(String conferenceId, String endpointId) {
        boolean exists = !conferences(conferenceId).isEmpty();
        var endpoint = Map.of(
                "id",
                endpointId,
                "create",
                true,
                "capabilities",
                List.of("source-names"),
                "transport",
                Map.of("ice-controlling", true));
        given().contentType("application/json")
                .body(Map.of("meeting-id", conferenceId, "create", !exists, "endpoints", List.of(endpoint)))
                .post("http://127.0.0.1:" + PORT + "/colibri/v2/conferences")
                .then()
                .statusCode(200);
    }

    /** Takes the endpoint away behind the gateway's back. */
    public static void expire(String endpointId) {
        List<String> meetings = given().get("http://127.0.0.1:" + PORT + "/debug/conferences")
                .jsonPath()
                .getList("conferences.findAll { it.endpoints.any { e -> e.id == '" + endpointId + "' } }.meetingId");
        meetings.forEach(meeting -> given().contentType("application/json")
                .body("{\"endpoints\":[{\"id\":\"" + endpointId + "\",\"expire\":true}]}")
                .patch("http://127.0.0.1:" + PORT + "/colibri/v2/conferences/" + meeting));
    }
}
