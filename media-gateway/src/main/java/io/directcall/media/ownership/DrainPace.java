package io.directcall.media.ownership;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How fast conferences leave a bridge that wants to be empty. All at once would have every client on it connect anew in the same second.
 * Not thread-safe.
 */
final class DrainPace {
    /** One that was told to leave is not told again meanwhile: it may wait in its lane. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final InstantSource clock;
    private final double perSecond;
    private final Map<String, Instant> told = new HashMap<>();
    private final Map<String, Instant> lastLook = new HashMap<>();

    /** @param perSecond conferences a second and bridge */
    DrainPace(InstantSource clock, double perSecond) {
        this.clock = clock;
        this.perSecond = perSecond;
    }

    /** Which of the sessions on a bridge leave now. To be asked about once a second. */
    List<String> next(String bridge, List<String> sessions) {
        Instant now = clock.instant();
        told.values().removeIf(at -> at.isBefore(now.minus(PATIENCE)));
        List<String> next = sessions.stream()
                .filter(session -> !told.containsKey(session))
                .sorted()
                .limit(allowance(bridge, now))
                .toList();
        next.forEach(session -> told.put(session, now));
        return next;
    }

    /** A look that comes late, or after a long time, lets no more leave than one in time. */
    private long allowance(String bridge, Instant now) {
        Instant before = lastLook.put(bridge, now);
        Duration since = before == null ? Duration.ofSeconds(1) : Duration.between(before, now);
        double seconds = Math.min(1, since.toMillis() / 1000.0);
        return Math.max(1, Math.round(perSecond * seconds));
    }
}
