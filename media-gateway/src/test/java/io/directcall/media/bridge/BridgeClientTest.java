package io.directcall.media.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.directcall.contracts.media.TrackKind;
import io.directcall.media.bridge.BridgeException.Kind;
import io.directcall.media.conference.Allocation;
import io.directcall.media.conference.ClientMedia;
import io.directcall.media.conference.Restrictions;
import io.directcall.media.conference.Source;
import io.directcall.media.sdp.ClientTransport;
import io.directcall.media.sdp.Fingerprint;
import io.directcall.media.sdp.Layer;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a bridge may do wrong, played by a server that does it on purpose. */
class BridgeClientTest {
    /** Longer than a busy machine stands still. */
    private static final Duration DEADLINE = Duration.ofSeconds(8);

    private static final Duration SHORT_DEADLINE = Duration.ofMillis(500);
    private static final String ALLOCATED = """
            {"endpoints":[{"id":"e1","transport":{"transport":{"xmlns":"urn:xmpp:jingle:transports:ice-udp:1",
              "ufrag":"u","pwd":"p","rtcp-mux":true,
              "fingerprints":[{"fingerprint":"AB","setup":"actpass","hash":"sha-256"}],
              "candidates":[{"foundation":"1","component":"1","protocol":"udp","priority":"2","ip":"192.0.2.1","port":"10000",
                "type":"srflx","rel-addr":"192.0.2.2","rel-port":"9","generation":"0"}],
              "web-sockets":["ws://b/1"]}}}],
             "sources":[{"type":"audio","id":"jvb-a0","sources":[{"ssrc":4000000000,"name":"jvb-a0"}]}]}""";

    private final Vertx vertx = Vertx.vertx();
    private final BridgeClient client = clientWith(DEADLINE);
    private HttpServer server;
    private String url;
    private volatile Consumer<HttpServerRequest> behaviour;
    private volatile JsonObject sent;

    @BeforeEach
    void startServer() throws Exception {
        server = vertx.createHttpServer()
                .requestHandler(request -> request.bodyHandler(body -> {
                    sent = body.length() == 0 ? null : body.toJsonObject();
                    behaviour.accept(request);
                }))
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get();
        url = "http://127.0.0.1:" + server.actualPort();
    }

    @AfterEach
    void stopServer() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void createsAConferenceWithItsFirstEndpoint() {
        // Given
        behaviour = answer(200, ALLOCATED);

        // When
        Allocation allocation = await(client.createConference(url, "c1", "e1"));

        // Then
        assertThat(allocation.channelUrl()).isEqualTo("ws://b/1");
        assertThat(allocation.bridgeSsrcs()).containsExactly(4_000_000_000L);
        assertThat(allocation.transport().candidates().getFirst().relatedAddress())
                .isEqualTo("192.0.2.2");
        assertThat(sent.getString("meeting-id")).isEqualTo("c1");
        assertThat(sent.getBoolean("create")).isTrue();
        JsonObject endpoint = sent.getJsonArray("endpoints").getJsonObject(0);
        assertThat(endpoint.getJsonArray("capabilities")).containsExactly("source-names");
        assertThat(endpoint.getJsonObject("transport")).isEqualTo(new JsonObject().put("ice-controlling", true));
        JsonObject opus = endpoint.getJsonArray("medias")
                .getJsonObject(0)
                .getJsonArray("payload-types")
                .getJsonObject(0);
        assertThat(opus.getString("id")).isEqualTo("111");
        assertThat(opus.getJsonObject("parameters").getString("useinbandfec")).isEqualTo("1");
    }

    @Test
    void tellsOfTransportAndSources() {
        // Given
        behaviour = answer(200, "{}");
        var fingerprint = new Fingerprint("sha-256", "AB:CD", "active");
        var media = new ClientMedia(
                new ClientTransport("u", "p", fingerprint),
                List.of(
                        new Source("e1", TrackKind.AUDIO, List.of(new Layer(1, null))),
                        new Source("e1", TrackKind.SCREEN, List.of(new Layer(4_000_000_000L, 3L)))));

        // When
        await(client.apply(url, "c1", "e1", media, Restrictions.NONE));

        // Then
        JsonObject endpoint = sent.getJsonArray("endpoints").getJsonObject(0);
        assertThat(endpoint.containsKey("create")).isFalse();
        assertThat(endpoint.getJsonObject("transport")
                        .getJsonObject("transport")
                        .getJsonArray("fingerprints"))
                .containsExactly(
                        new JsonObject("{\"hash\":\"sha-256\",\"fingerprint\":\"AB:CD\",\"setup\":\"active\"}"));
        assertThat(endpoint.getJsonArray("sources").getJsonObject(1)).isEqualTo(new JsonObject("""
                        {"type":"video","id":"e1-v1",
                         "sources":[{"ssrc":4000000000,"name":"e1-v1","videoType":"desktop"},{"ssrc":3,"name":"e1-v1"}],
                         "ssrc-groups":[{"semantics":"FID","sources":[4000000000,3]}]}"""));
    }

    @Test
    void tellsOfLayers() {
        // Given
        behaviour = answer(200, "{}");
        var camera =
                new Source("e1", TrackKind.CAMERA, List.of(new Layer(1, 2L), new Layer(3, 4L), new Layer(5, null)));
        var media = new ClientMedia(
                new ClientTransport("u", "p", new Fingerprint("sha-256", "AB:CD", "active")), List.of(camera));

        // When
        await(client.apply(url, "c1", "e1", media, Restrictions.NONE));

        // Then
        JsonObject endpoint = sent.getJsonArray("endpoints").getJsonObject(0);
        assertThat(endpoint.getJsonArray("sources").getJsonObject(0)).isEqualTo(new JsonObject("""
                        {"type":"video","id":"e1-v0",
                         "sources":[{"ssrc":1,"name":"e1-v0","videoType":"camera"},{"ssrc":2,"name":"e1-v0"},
                          {"ssrc":3,"name":"e1-v0","videoType":"camera"},{"ssrc":4,"name":"e1-v0"},
                          {"ssrc":5,"name":"e1-v0","videoType":"camera"}],
                         "ssrc-groups":[{"semantics":"SIM","sources":[1,3,5]},{"semantics":"FID","sources":[1,2]},
                          {"semantics":"FID","sources":[3,4]}]}"""));
    }

    @Test
    void tellsOfBothFlagsAndLeavesOutWhatIsWithheld() {
        // Given
        behaviour = answer(200, "{}");
        var media = new ClientMedia(
                new ClientTransport("u", "p", new Fingerprint("sha-256", "AB:CD", "active")),
                List.of(
                        new Source("e1", TrackKind.AUDIO, List.of(new Layer(1, null))),
                        new Source("e1", TrackKind.CAMERA, List.of(new Layer(2, 3L)))));

        // When
        await(client.apply(url, "c1", "e1", media, new Restrictions(true, false, Set.of(TrackKind.CAMERA))));

        // Then
        JsonObject endpoint = sent.getJsonArray("endpoints").getJsonObject(0);
        assertThat(endpoint.getJsonArray("sources")).hasSize(1);
        assertThat(endpoint.getJsonObject("force-mute"))
                .isEqualTo(new JsonObject().put("audio", true).put("video", false));
    }

    @Test
    void mutesByForceWithoutTouchingTheRest() {
        // Given
        behaviour = answer(200, "{}");

        // When
        await(client.restrict(url, "c1", "e1", new Restrictions(false, true, Set.of()), null));

        // Then
        assertThat(sent).isEqualTo(new JsonObject("""
                {"meeting-id":"c1","endpoints":[{"id":"e1","force-mute":{"audio":false,"video":true}}]}"""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400|Failed to create conference: Conference already exists for ID: c1|CONFERENCE_EXISTS",
                "400|Failed to create conference: Conference not found for ID: c1|CONFERENCE_UNKNOWN",
                "400|Failed to create conference: Endpoint with ID e1 already exists|ENDPOINT_EXISTS",
                "400|Failed to create conference: Endpoint not found for ID: e1|ENDPOINT_UNKNOWN",
                "400|Failed to create conference: In graceful shutdown|STOPPING",
                "400|Failed to create conference: Source name support is mandatory.|REFUSED",
                "415|x|REFUSED",
                "404|x|CONFERENCE_UNKNOWN",
                "500|x|BROKEN",
                "503|x|BROKEN",
            })
    void namesWhyABridgeRefuses(int status, String message, Kind kind) {
        // Given
        behaviour = answer(status, new JsonObject().put("message", message).encode());

        // When, Then
        assertFails(client.addEndpoint(url, "c1", "e1"), kind);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''",
                "not json",
                "{}",
                "[]",
                "{\"endpoints\":[]}",
                "{\"endpoints\":[{\"id\":\"e1\"}]}",
                "{\"endpoints\":7}"
            })
    void namesAnAnswerThatItCannotRead(String body) {
        // Given
        behaviour = answer(200, body);

        // When, Then
        assertFails(client.addEndpoint(url, "c1", "e1"), Kind.BROKEN);
    }

    @Test
    void waitsNoLongerThanTheDeadline() {
        // Given
        behaviour = request -> {};

        // When, Then
        assertFails(clientWith(SHORT_DEADLINE).addEndpoint(url, "c1", "e1"), Kind.UNREACHABLE);
    }

    @Test
    void waitsNoLongerThanTheDeadlineForABodyThatNeverEnds() {
        // Given
        behaviour = request -> request.response().setChunked(true).write("{");

        // When, Then
        assertFails(clientWith(SHORT_DEADLINE).addEndpoint(url, "c1", "e1"), Kind.UNREACHABLE);
    }

    @Test
    void namesABridgeThatIsNotThere() {
        // Given
        server.close().toCompletionStage().toCompletableFuture().join();

        // When, Then
        assertFails(client.addEndpoint(url, "c1", "e1"), Kind.UNREACHABLE);
    }

    @Test
    void namesAConnectionThatBreaks() {
        // Given
        behaviour = request -> request.connection().close();

        // When, Then
        assertFails(client.addEndpoint(url, "c1", "e1"), Kind.UNREACHABLE);
    }

    @Test
    void takesWhatIsGoneForExpired() {
        // Given
        behaviour = answer(404, "");

        // When, Then
        await(client.expireConference(url, "c1"));
        await(client.expireEndpoint(url, "c1", "e1"));
    }

    @Test
    void knowsAConferenceByItsStatus() {
        behaviour = answer(501, "");
        assertThat(await(client.hasConference(url, "c1"))).isTrue();
        behaviour = answer(404, "");
        assertThat(await(client.hasConference(url, "c1"))).isFalse();
        behaviour = answer(500, "");
        assertFails(client.hasConference(url, "c1"), Kind.BROKEN);
    }

    @Test
    void listsConferencesWithTheirEndpoints() {
        // Given
        behaviour = answer(200, """
                {"shutdownInProgress":false,"conferences":{
                  "1f":{"id":"1f","meeting_id":"m1","endpoints":{"e1":"stats-id","e2":null},"relays":{}},
                  "2f":{"id":"2f","name":"a@b","endpoints":{}}}}""");

        // When
        Map<String, Set<String>> conferences = await(client.conferences(url));

        // Then
        assertThat(conferences).isEqualTo(Map.of("m1", Set.of("e1", "e2")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{}", "null", "{\"conferences\":null}", "{\"conferences\":{\"1f\":{\"meeting_id\":\"m1\"}}}", "[]"
            })
    void takesNoListForAnEmptyOne(String body) {
        // Given
        behaviour = answer(200, body);

        // When, Then
        assertFails(client.conferences(url), Kind.BROKEN);
    }

    @Test
    void readsHealthAndLoad() {
        // Given
        behaviour = request -> {
            boolean stats = request.path().equals("/colibri/stats");
            request.response()
                    .setStatusCode(stats ? 200 : 500)
                    .end(
                            stats
                                    ? "{\"stress_level\":0.25,\"local_endpoints\":3,\"conferences\":1,\"drain\":true,\"region\":\"eu\"}"
                                    : "");
        };

        // When
        BridgeLoad load = await(client.load(url));

        // Then
        assertThat(load).isEqualTo(new BridgeLoad(false, 0.25, 3, 1, true, false, "eu"));
    }

    private static Consumer<HttpServerRequest> answer(int status, String body) {
        return request -> request.response().setStatusCode(status).end(body);
    }

    private BridgeClient clientWith(Duration deadline) {
        return new BridgeClient(new BridgeHttp(vertx, deadline, (operation, outcome) -> {}));
    }

    private static <T> T await(Uni<T> call) {
        return call.await().atMost(Duration.ofSeconds(10));
    }

    private static void assertFails(Uni<?> call, Kind kind) {
        assertThatThrownBy(() -> await(call))
                .isInstanceOfSatisfying(
                        BridgeException.class,
                        failure -> assertThat(failure.kind()).isEqualTo(kind));
    }
}
