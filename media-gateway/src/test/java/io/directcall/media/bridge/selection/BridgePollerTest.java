package io.directcall.media.bridge.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.directcall.contracts.bridge.BridgeState;
import io.directcall.media.bridge.BridgeClient;
import io.directcall.media.bridge.BridgeHttp;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Polls a server that misbehaves on purpose. Hourly, so that whatever comes soon comes because somebody had trouble. */
class BridgePollerTest {
    private static final Duration DEADLINE = Duration.ofMillis(300);

    /** What the server does with a request. */
    private enum Behaviour {
        WELL,
        HANGS,
        BREAKS
    }

    private final Vertx vertx = Vertx.vertx();
    private final List<BridgeState> states = new CopyOnWriteArrayList<>();
    private final AtomicInteger asked = new AtomicInteger();
    /** By the number of the request. */
    private volatile Function<Integer, Behaviour> behaviour = request -> Behaviour.WELL;

    private HttpServer server;
    private String url;
    private BridgeDirectory directory;
    private BridgePoller poller;

    @BeforeEach
    void start() {
        server = vertx.createHttpServer()
                .requestHandler(request -> {
                    switch (behaviour.apply(asked.incrementAndGet())) {
                        case WELL -> request.response().end("{\"stress_level\":0.1}");
                        case BREAKS -> request.connection().close();
                        case HANGS -> {}
                    }
                })
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        url = "http://127.0.0.1:" + server.actualPort();
        directory = new BridgeDirectory(List.of(url), new LeastStress(), Clock.systemUTC());
        directory.onChange(change -> states.add(change.bridge().state()));
        var client = new BridgeClient(new BridgeHttp(vertx, DEADLINE, (operation, outcome) -> {}));
        poller = new BridgePoller(directory, client, DEADLINE, vertx, Clock.systemUTC());
        poller.start(Duration.ofHours(1));
        // Vert.x' first tick of a periodic timer comes after its first delay, which is nought here.
        await().until(() -> states.contains(BridgeState.AVAILABLE));
    }

    @AfterEach
    void stop() {
        poller.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void findsOutByItselfThatABridgeIsGoneOnceSomebodyHadTrouble() {
        // Given
        server.close().toCompletionStage().toCompletableFuture().join();

        // When
        poller.poll(url);

        // Then
        await().until(() -> states.getLast() == BridgeState.UNREACHABLE);
    }

    @Test
    void findsOutByItselfThatABridgeHangs() {
        // Given
        behaviour = request -> Behaviour.HANGS;

        // When
        poller.poll(url);

        // Then
        await().until(() -> states.getLast() == BridgeState.UNREACHABLE);
    }

    @Test
    void takesABridgeThatAnswersAfterTwoBrokenConnectionsForAlive() {
        // Given
        int before = asked.get();
        behaviour = request -> request <= before + 4 ? Behaviour.BREAKS : Behaviour.WELL;

        // When
        poller.poll(url);

        // Then
        await().until(() -> asked.get() >= before + 6);
        assertThat(states).doesNotContain(BridgeState.UNREACHABLE);
    }

    @Test
    void asksAgainWhenThereWasTroubleAfterTheLastQuestion() {
        // Given
        int before = asked.get();

        // When
        poller.poll(url);
        poller.poll(url);

        // Then
        await().until(() -> asked.get() == before + 4);
    }

    @Test
    void asksOneThatIsGivenUpNoMoreThanOthers() {
        // Given
        behaviour = request -> Behaviour.BREAKS;
        poller.poll(url);
        await().until(() -> states.getLast() == BridgeState.UNREACHABLE);
        behaviour = request -> Behaviour.WELL;

        // When
        poller.poll(url);

        // Then
        await().until(() -> states.getLast() == BridgeState.AVAILABLE);
    }
}
