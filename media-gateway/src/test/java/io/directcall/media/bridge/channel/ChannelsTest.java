package io.directcall.media.bridge.channel;

import static io.directcall.contracts.media.TrackKind.CAMERA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.directcall.contracts.media.ConnectionQuality;
import io.directcall.contracts.media.View;
import io.directcall.contracts.media.View.Tile;
import io.directcall.media.bridge.channel.Channels.Target;
import io.directcall.media.conference.Reception;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The channels of one session, with a bridge that only listens. */
class ChannelsTest {
    private final Vertx vertx = Vertx.vertx();
    private final List<ServerWebSocket> sockets = new CopyOnWriteArrayList<>();
    private final List<JsonObject> received = new CopyOnWriteArrayList<>();
    private final List<Observation> observed = new CopyOnWriteArrayList<>();
    private final Channels channels = new Channels(vertx, Clock.systemUTC(), new Channels.Listener() {
        @Override
        public void observed(String sessionId, Observation.Passed observation) {
            observed.add(observation);
        }

        @Override
        public void broken(String sessionId) {}

        @Override
        public void refused(String sessionId, String endpointId, String url) {}
    });
    private String url;

    @BeforeEach
    void listen() {
        HttpServer server = vertx.createHttpServer()
                .requestHandler(request -> request.toWebSocket().onSuccess(socket -> {
                    socket.textMessageHandler(text -> received.add(new JsonObject(text)));
                    sockets.add(socket);
                }))
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        url = "ws://127.0.0.1:" + server.actualPort() + "/a";
    }

    @AfterEach
    void stop() {
        channels.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void saysWhatIsWantedAtOnce() {
        // When
        want(180);

        // Then
        await().untilAsserted(() -> assertThat(received).hasSize(2));
        assertThat(received.getFirst().getString("colibriClass")).isEqualTo("ClientHello");
        assertThat(heights()).containsExactly(180);
    }

    @Test
    void saysTheNewestOfManyAndNotAll() {
        // Given
        want(1);
        await().until(() -> heights().size() == 1);

        // When
        for (int height = 2; height <= 100; height++) {
            want(height);
        }

        // Then
        await().untilAsserted(() -> assertThat(heights()).endsWith(100));
        assertThat(heights()).hasSizeLessThan(50);
    }

    @Test
    void saysNothingTwice() {
        // Given
        want(180);
        await().until(() -> heights().size() == 1);

        // When
        want(180);
        want(360);

        // Then
        await().untilAsserted(() -> assertThat(heights()).containsExactly(180, 360));
    }

    @Test
    void saysItAgainOnTheNextSocket() {
        // Given
        want(180);
        await().until(() -> heights().size() == 1);

        // When
        sockets.getFirst().close();

        // Then
        await().untilAsserted(() -> assertThat(heights()).containsExactly(180, 180));
    }

    @Test
    void passesFewOfManySpeakersAndTheLastOfThem() {
        // Given
        want(180);
        await().until(() -> !sockets.isEmpty());

        // When
        for (int i = 1; i <= 200; i++) {
            say(new JsonObject()
                    .put("colibriClass", "DominantSpeakerEndpointChangeEvent")
                    .put("dominantSpeakerEndpoint", "speaker" + i));
        }

        // Then
        await().untilAsserted(() -> assertThat(observed).contains(new Observation.Speaker("speaker200")));
        assertThat(observed).hasSizeLessThan(20);
    }

    @Test
    void tellsTheQualityOfTheEndpointWhoseChannelItIs() {
        // Given
        want(180);
        await().until(() -> !sockets.isEmpty());

        // When
        say(new JsonObject().put("colibriClass", "ConnectionStats").put("estimatedDownlinkBandwidth", 2_000_000));

        // Then
        await().untilAsserted(() ->
                assertThat(observed).containsExactly(new Observation.Quality("a", ConnectionQuality.GOOD, 2_000)));
    }

    private void want(int height) {
        var view = new View(List.of(new Tile("b", CAMERA, height)), 0);
        channels.keep("s", Map.of("a", new Target(url, new Reception(true, view), 150)));
    }

    private void say(JsonObject message) {
        sockets.getFirst().writeTextMessage(message.encode());
    }

    /** Heights that were asked for of the one picture, in order. */
    private List<Integer> heights() {
        return received.stream()
                .filter(message -> message.getString("colibriClass").equals("ReceiverVideoConstraints"))
                .map(message -> message.getJsonObject("constraints")
                        .getJsonObject("b-v0")
                        .getInteger("maxHeight"))
                .toList();
    }
}
