package io.directcall.events.stream;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.directcall.contracts.session.Role;
import io.directcall.events.config.EventsConfig;
import io.directcall.events.fanout.Fanout;
import io.directcall.events.fanout.Fanouts;
import io.directcall.events.fanout.HistoryReader;
import io.directcall.events.fanout.KafkaWorker;
import io.directcall.events.fanout.LiveReader;
import io.directcall.events.fanout.LogLookup;
import io.directcall.events.fanout.MemoryLimits;
import io.directcall.events.fanout.StartFrom;
import io.directcall.events.fanout.Topics;
import io.directcall.events.position.Channel;
import io.directcall.events.subscription.EndRule;
import io.directcall.events.subscription.SessionListener;
import io.directcall.events.testing.SmallLimits;
import io.directcall.service.error.ApiException;
import io.directcall.service.limit.ClientAddress;
import io.directcall.service.limit.Sender;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What streams that could not be opened because Kafka did not answer leave behind. */
@QuarkusTest
@TestProfile(SmallLimits.class)
class KafkaAwayStreamsTest {
    private final Vertx vertx = Vertx.vertx();
    private final KafkaWorker worker = new KafkaWorker("away-worker", KafkaAwayStreamsTest::consumer);
    private final Fanouts away = new Fanouts(this::fanout);
    private StreamOpener opener;
    private HttpServer server;

    @Inject
    EventsConfig config;

    @Inject
    OpenStreams streams;

    @Inject
    StreamPresence presence;

    @Inject
    StreamMetrics metrics;

    @BeforeEach
    void serve() {
        away.start();
        opener = new StreamOpener(
                vertx, config, away, streams, presence, metrics, new ClientAddress(0), new SimpleMeterRegistry());
        server = vertx.createHttpServer()
                .requestHandler(this::open)
                .listen(0)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    @AfterEach
    void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
        away.close();
        worker.close();
    }

    @Test
    void theyCountNoMore() {
        // Given
        int before = metrics.openStreams();
        Set<Integer> first = ask(SmallLimits.STREAMS_PER_USER);

        // When
        Set<Integer> second = ask(SmallLimits.STREAMS_PER_USER);

        // Then
        assertThat(first).containsExactly(503);
        assertThat(second).containsExactly(503);
        assertThat(metrics.openStreams()).isEqualTo(before);
    }

    /** As many at once. */
    private Set<Integer> ask(int times) {
        return IntStream.range(0, times)
                .mapToObj(i -> vertx.executeBlocking(
                        () -> RestAssured.get("http://localhost:" + server.actualPort() + "/")
                                .statusCode(),
                        false))
                .toList()
                .stream()
                .map(answer -> answer.toCompletionStage().toCompletableFuture().join())
                .collect(toSet());
    }

    private void open(HttpServerRequest request) {
        var listener = new SessionListener("s", "ada", Role.PARTICIPANT, "p1");
        var wanted = new NewStream(
                new Sender.User("ada"), listener, new StartFrom.Now(), EndRule.NEVER, now -> Optional.empty());
        try {
            opener.open(request, wanted).onFailure(failure -> answer(request, failure));
        } catch (ApiException refused) {
            answer(request, refused);
        }
    }

    private static void answer(HttpServerRequest request, Throwable failure) {
        int status = failure instanceof ApiException refused ? refused.code().status() : 500;
        request.response().setStatusCode(status).end();
    }

    private Fanout fanout(Channel channel) {
        Topics topics = new Topics(channel, "");
        return new Fanout(
                new LiveReader("away-live", KafkaAwayStreamsTest::consumer, topics),
                new HistoryReader(worker, topics),
                new LogLookup(worker, topics),
                new MemoryLimits(10, 1000, 10),
                Duration.ofSeconds(1));
    }

    private static Consumer<String, byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of("bootstrap.servers", "127.0.0.1:1", "default.api.timeout.ms", 500, "request.timeout.ms", 400),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }
}
