package io.directcall.system.bench.events;

import com.fasterxml.jackson.databind.JsonNode;
import io.directcall.contracts.session.Role;
import io.directcall.system.bench.Percentiles;
import io.directcall.system.bench.events.Continuity.Verdict;
import io.directcall.system.client.ApiClient;
import io.directcall.system.client.CallTokens;
import io.directcall.system.client.EventLoop;
import io.directcall.system.client.EventSubscriber;
import io.directcall.system.client.Json;
import io.directcall.system.client.SseParser.Event;
import io.directcall.system.suite.RunningSuite;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.HdrHistogram.Histogram;

/** Many who listen to sessions through the edge, and come back when their stream ends as the SDK does. */
final class ReturningSubscribers implements AutoCloseable {
    private static final String USER = "bench-1";

    private final EventLoop loop = new EventLoop();
    private final Random random = new Random(1);
    private final ApiClient api;
    private final CallTokens tokens;
    private final List<Listener> listeners = new ArrayList<>();
    private final Histogram waits = Percentiles.histogram();

    ReturningSubscribers(RunningSuite suite) {
        this.api = loop.call(() -> new ApiClient(loop.vertx(), suite.run().port(), random));
        this.tokens = new CallTokens(api);
        loop.await(() -> tokens.users(List.of(USER)));
    }

    /**
     * What they saw.
     *
     * @param delivered events, counted for each who got it
     * @param gaps how often a stream said that events are gone
     * @param reconnects streams that were opened again
     * @param waits from the end of a stream until the next one was open
     */
    record Seen(
            long delivered, long lost, long repeated, long outOfOrder, long gaps, long reconnects, Percentiles waits) {}

    /** Opens so many of a session, and returns when their streams are asked for. */
    void open(Channel channel, int count) {
        String token = loop.await(() -> tokens.of(channel.name(), USER, Role.PARTICIPANT));
        loop.call(() -> {
            for (int i = 0; i < count; i++) {
                Listener listener = new Listener(channel, token, loop.vertx());
                listeners.add(listener);
                listener.stream.open();
            }
            return count;
        });
    }

    /** How many have a stream now. */
    long listening() {
        return loop.call(
                () -> listeners.stream().filter(it -> it.stream.isOpen()).count());
    }

    Seen seen() {
        return loop.call(() -> new Seen(
                listeners.stream().mapToLong(it -> it.delivered).sum(),
                listeners.stream()
                        .mapToLong(it -> it.continuity.lost(it.channel.published()))
                        .sum(),
                listeners.stream().mapToLong(it -> it.continuity.repeated()).sum(),
                listeners.stream().mapToLong(it -> it.continuity.outOfOrder()).sum(),
                listeners.stream().mapToLong(it -> it.gaps).sum(),
                listeners.stream().mapToLong(it -> it.stream.reconnects()).sum(),
                Percentiles.of(waits)));
    }

    @Override
    public void close() {
        loop.call(() -> {
            listeners.forEach(it -> it.stream.close());
            return listeners.size();
        });
        loop.close();
    }

    /** One of them. */
    private final class Listener {
        private final Channel channel;
        private final Continuity continuity = new Continuity();
        private final EventSubscriber stream;
        private long delivered;
        private long gaps;

        Listener(Channel channel, String token, Vertx vertx) {
            this.channel = channel;
            this.stream = EventSubscriber.of(
                            vertx,
                            api,
                            random,
                            channel.name(),
                            null,
                            token,
                            Long.toString(System.currentTimeMillis()),
                            this::arrived)
                    .whenBack(wait -> Percentiles.record(waits, wait));
        }

        private void arrived(Event event) {
            if (event.type().equals("gap")) {
                gaps++;
            } else if (continuity.take(
                            Json.read(event.data(), JsonNode.class).path("seq").asLong())
                    == Verdict.NEW) {
                delivered++;
            }
        }
    }
}
