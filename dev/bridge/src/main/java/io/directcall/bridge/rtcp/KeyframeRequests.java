package io.directcall.bridge.rtcp;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Spares senders: at most one key frame request per SSRC in {@value #INTERVAL_MILLIS} ms. One that comes too early is
 * kept and falls due later, since its receiver joined after the last key frame was made. Thread-safe.
 */
public final class KeyframeRequests {
    private static final int INTERVAL_MILLIS = 300;
    private static final long INTERVAL_NANOS =
            Duration.ofMillis(INTERVAL_MILLIS).toNanos();

    private final Map<Integer, Long> lastSent = new HashMap<>();
    private final Map<Integer, Boolean> waiting = new HashMap<>();

    /** Whether to send a request at once. */
    public synchronized boolean ask(int ssrc, long nowNanos) {
        Long last = lastSent.get(ssrc);
        if (last != null && nowNanos - last < INTERVAL_NANOS) {
            waiting.put(ssrc, true);
            return false;
        }
        lastSent.put(ssrc, nowNanos);
        waiting.remove(ssrc);
        return true;
    }

    /** The SSRCs whose kept requests are to be sent now. */
    public synchronized List<Integer> due(long nowNanos) {
        List<Integer> due = new ArrayList<>();
        for (Integer ssrc : List.copyOf(waiting.keySet())) {
            if (ask(ssrc, nowNanos)) {
                due.add(ssrc);
            }
        }
        return due;
    }

    public synchronized void forget(int ssrc) {
        lastSent.remove(ssrc);
        waiting.remove(ssrc);
    }
}
