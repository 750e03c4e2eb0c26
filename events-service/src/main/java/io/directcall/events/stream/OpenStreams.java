package io.directcall.events.stream;

import io.directcall.events.config.EventsConfig;
import io.directcall.events.subscription.EndReason;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;

/** All open streams of this replica, by event loop. */
@Singleton
public class OpenStreams {
    private static final Logger LOG = Logger.getLogger(OpenStreams.class);
    private static final long MOST_TICK_MILLIS = 1000;

    private final Vertx vertx;
    private final EventsConfig config;
    private final StreamMetrics metrics;
    private final Map<Thread, Loop> loops = new ConcurrentHashMap<>();
    private volatile boolean draining;

    private record Loop(Context context, LoopStreams streams) {}

    /** Built by the container. */
    public OpenStreams(Vertx vertx, EventsConfig config, StreamMetrics metrics) {
        this.vertx = vertx;
        this.config = config;
        this.metrics = metrics;
    }

    /** True when this replica stops and takes no new streams. */
    public boolean isDraining() {
        return draining;
    }

    /** Cares for a stream of the current event loop from now on. */
    void add(EventStream stream) {
        if (stream.isClosed()) {
            return;
        }
        streamsOfThisLoop().add(stream);
        if (draining) {
            stream.end(EndReason.DRAINING, randomDelay());
        }
    }

    /** Forgets a stream of the current event loop. */
    void remove(EventStream stream) {
        streamsOfThisLoop().remove(stream);
    }

    private LoopStreams streamsOfThisLoop() {
        return loops.computeIfAbsent(Thread.currentThread(), thread -> startLoop())
                .streams();
    }

    private Loop startLoop() {
        LoopStreams streams = new LoopStreams();
        long tick = Math.clamp(config.heartbeat().toMillis() / 2, 10, MOST_TICK_MILLIS);
        vertx.setPeriodic(tick, id -> streams.tick());
        return new Loop(vertx.getOrCreateContext(), streams);
    }

    /** Ends all streams and waits until they have ended, within bounds. Blocks: not for an event loop. */
    public void drain() {
        draining = true;
        int open = metrics.openStreams();
        loops.values()
                .forEach(loop -> loop.context()
                        .runOnContext(now ->
                                loop.streams().forEach(stream -> stream.end(EndReason.DRAINING, randomDelay()))));
        long deadline = System.nanoTime() + config.drainTimeout().toNanos();
        while (metrics.openStreams() > 0 && System.nanoTime() - deadline < 0) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
        LOG.infof(
                "Drained: %d streams ended, %d did not take their end",
                open - metrics.openStreams(), metrics.openStreams());
    }

    /** All clients coming back in the same instant would be a load peak for the other replicas. */
    private Duration randomDelay() {
        long spread = Math.max(1, config.drainSpread().toMillis());
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(spread));
    }
}
