package io.directcall.media.bridge.selection;

import io.directcall.contracts.bridge.BridgeState;
import io.directcall.media.bridge.BridgeLoad;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** What is known of one bridge. Guarded by its directory. */
final class Bridge {
    /** Bridges sample their stress every 10 s: what was placed before is in the report. */
    private static final Duration RECENT = Duration.ofSeconds(10);

    private static final Duration AVOIDED = Duration.ofSeconds(5);
    /** Moving its calls costs everyone in them a gap: a pause of the bridge, or of this gateway, must not look like its end. */
    private static final int FAILURES_TO_GIVE_UP = 3;

    private final String url;
    private final Deque<Instant> placements = new ArrayDeque<>();
    private BridgeState state = BridgeState.UNKNOWN;
    private BridgeLoad load = new BridgeLoad(false, 0, 0, 0, false, false);
    private int failures;
    private Instant avoidedUntil = Instant.MIN;

    Bridge(String url) {
        this.url = url;
    }

    BridgeView view() {
        URI uri = URI.create(url);
        String id = uri.getPort() < 0 ? uri.getHost() : uri.getHost() + "-" + uri.getPort();
        return new BridgeView(id, url, state, load.stress(), load.endpoints());
    }

    void reported(BridgeLoad next) {
        load = next;
        failures = 0;
        state = stateOf(next);
    }

    private static BridgeState stateOf(BridgeLoad load) {
        if (!load.healthy()) {
            return BridgeState.UNHEALTHY;
        }
        if (load.stopping()) {
            return BridgeState.STOPPING;
        }
        return load.draining() ? BridgeState.DRAINING : BridgeState.AVAILABLE;
    }

    void failed() {
        failures++;
        if (failures >= FAILURES_TO_GIVE_UP) {
            state = BridgeState.UNREACHABLE;
        }
    }

    void avoid(Instant now) {
        avoidedUntil = now.plus(AVOIDED);
    }

    void placed(Instant now) {
        placements.addLast(now);
    }

    boolean mayTake(Instant now) {
        return state == BridgeState.AVAILABLE && !now.isBefore(avoidedUntil);
    }

    SelectionStrategy.Candidate candidate(Instant now) {
        while (!placements.isEmpty() && placements.peekFirst().isBefore(now.minus(RECENT))) {
            placements.removeFirst();
        }
        return new SelectionStrategy.Candidate(url, load.stress(), placements.size());
    }

    String url() {
        return url;
    }

    BridgeState state() {
        return state;
    }
}
