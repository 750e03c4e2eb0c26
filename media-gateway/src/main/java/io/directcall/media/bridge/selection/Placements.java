package io.directcall.media.bridge.selection;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Endpoints that a bridge's reports can't count yet. One is expected from the moment when the bridge is chosen for it, which is what keeps
 * a burst from piling up; when it is made it is no longer expected, so that it counts once.
 */
final class Placements {
    /** Bridges sample their stress every 10 s: what was placed earlier than that before a report is in it. */
    static final Duration SAMPLE_INTERVAL = Duration.ofSeconds(10);

    private final Deque<Instant> expected = new ArrayDeque<>();
    private final Deque<Instant> made = new ArrayDeque<>();

    /** The bridge was chosen for so many endpoints. */
    void expect(int endpoints, Instant now) {
        for (int i = 0; i < endpoints; i++) {
            expected.addLast(now);
        }
    }

    /** The bridge made an endpoint. */
    void made(Instant now) {
        expected.pollFirst();
        made.addLast(now);
    }

    /** Forgets what a report that comes now counts, and what was expected so long ago that it will not come. */
    void reported(Instant now) {
        Instant counted = now.minus(SAMPLE_INTERVAL);
        dropBefore(expected, counted);
        dropBefore(made, counted);
    }

    private static void dropBefore(Deque<Instant> times, Instant limit) {
        while (!times.isEmpty() && times.peekFirst().isBefore(limit)) {
            times.removeFirst();
        }
    }

    int count() {
        return expected.size() + made.size();
    }
}
