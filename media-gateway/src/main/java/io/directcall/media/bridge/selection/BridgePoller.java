package io.directcall.media.bridge.selection;

import io.directcall.contracts.bridge.BridgeState;
import io.directcall.media.bridge.BridgeClient;
import io.directcall.media.bridge.BridgeException;
import io.directcall.media.bridge.BridgeLoad;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Asks each bridge for health and load again and again, and at once when somebody had trouble with it. One that does not answer is asked
 * in quick succession until it answers or is given up; from then on at the usual pace.
 */
public final class BridgePoller implements AutoCloseable {
    private final BridgeDirectory directory;
    private final BridgeClient client;
    private final Vertx vertx;
    private final Clock clock;
    private final Probes probes;
    /** Bridges that are being asked, or will be in a moment: a slow one is not asked again meanwhile. */
    private final Set<String> asking = ConcurrentHashMap.newKeySet();
    /** Bridges with which somebody had trouble after they were asked: the answer may be older than the trouble. */
    private final Set<String> again = ConcurrentHashMap.newKeySet();

    private volatile boolean closed;
    private long timer = -1;

    /**
     * @param client for probes only, so that they never queue behind calls that hang
     * @param deadline of the client's calls
     */
    public BridgePoller(BridgeDirectory directory, BridgeClient client, Duration deadline, Vertx vertx, Clock clock) {
        this.directory = directory;
        this.client = client;
        this.probes = new Probes(deadline);
        this.vertx = vertx;
        this.clock = clock;
    }

    /** Begins to ask. */
    public void start(Duration interval) {
        timer = vertx.setPeriodic(
                0,
                interval.toMillis(),
                tick -> directory.urls().stream().filter(asking::add).forEach(this::ask));
    }

    /** Asks a bridge now, and once more when it is being asked already. */
    public void poll(String url) {
        again.add(url);
        if (asking.add(url)) {
            ask(url);
        }
    }

    private void ask(String url) {
        again.remove(url);
        Instant askedAt = clock.instant();
        client.load(url).subscribe().with(load -> reported(url, load), failure -> failed(url, askedAt, failure));
    }

    private void reported(String url, BridgeLoad load) {
        directory.reported(url, load);
        asking.remove(url);
        if (again.contains(url)) {
            poll(url);
        }
    }

    private void failed(String url, Instant askedAt, Throwable failure) {
        Instant now = clock.instant();
        if (probes.counts(askedAt, now)) {
            directory.failed(url, failure instanceof BridgeException known ? known.getMessage() : failure.toString());
        }
        if (closed || directory.state(url) == BridgeState.UNREACHABLE) {
            asking.remove(url);
        } else {
            // A timer of 0 ms is refused.
            vertx.setTimer(Math.max(1, Probes.pause(askedAt, now).toMillis()), tick -> ask(url));
        }
    }

    @Override
    public void close() {
        closed = true;
        vertx.cancelTimer(timer);
    }
}
