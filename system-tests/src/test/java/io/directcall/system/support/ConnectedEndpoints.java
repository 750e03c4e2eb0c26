package io.directcall.system.support;

import com.fasterxml.jackson.databind.JsonNode;
import io.directcall.system.client.ApiClient;
import io.directcall.system.client.EventSubscriber;
import io.directcall.system.client.Json;
import io.directcall.system.client.SseParser.Event;
import io.directcall.system.suite.RunningSuite;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The participants of a session whose endpoints are known to be connected, as its events say. A bridge does not report that an endpoint
 * connects, only that it does not, so it takes some 17 s until an endpoint that nobody heard speak counts as connected.
 */
public final class ConnectedEndpoints implements AutoCloseable {
    private static final Duration LONGEST_TEST = Duration.ofMinutes(5);

    private final Vertx vertx = Vertx.vertx();
    private final Set<String> participants = ConcurrentHashMap.newKeySet();

    /** Hears also what has happened in the session so far. */
    public ConnectedEndpoints(RunningSuite suite, String session, String callToken) {
        var random = new Random();
        var api = new ApiClient(vertx, suite.run().port(), random);
        String cursor = Long.toString(Instant.now().minus(LONGEST_TEST).toEpochMilli());
        var stream = EventSubscriber.of(vertx, api, random, session, null, callToken, cursor, this::hear);
        vertx.runOnContext(now -> stream.open());
    }

    /** How many there are now. */
    public int count() {
        return participants.size();
    }

    private void hear(Event event) {
        switch (event.type()) {
            case "EndpointConnected" -> participants.add(participant(event));
            case "EndpointLost" -> participants.remove(participant(event));
            default -> {
                // Nothing else says whether an endpoint is connected.
            }
        }
    }

    private static String participant(Event event) {
        return Json.read(event.data(), JsonNode.class).path("participantId").asText();
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
