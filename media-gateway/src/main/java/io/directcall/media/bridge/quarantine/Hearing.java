package io.directcall.media.bridge.quarantine;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Which endpoints each bridge hears, and since when it does not hear others that it heard before. Not thread-safe. */
final class Hearing {
    /** Bridges find an endpoint silent some 8 s after its last packet, each at its own moment. */
    static final Duration WINDOW = Duration.ofSeconds(15);

    /** Fewer may well have hung up together. */
    static final int FEWEST = 3;

    /** In place of the time when an endpoint was lost, for one that is heard. */
    private static final Instant HEARD = Instant.MAX;

    /** @param lostAt of each endpoint that is heard, or was */
    private record Session(String bridge, Map<String, Instant> lostAt) {}

    private final Map<String, Session> sessions = new HashMap<>();

    /**
     * Takes over what is known of a session.
     *
     * @param hears endpoints on the bridge that have answered, and whether the bridge hears them
     * @return whether the bridge has just lost one that it heard before
     */
    boolean update(String sessionId, String bridge, Map<String, Boolean> hears, Instant now) {
        Session known = sessions.get(sessionId);
        Map<String, Instant> before = known != null && known.bridge().equals(bridge) ? known.lostAt() : Map.of();
        Map<String, Instant> after = new HashMap<>();
        boolean lost = false;
        for (Map.Entry<String, Boolean> endpoint : hears.entrySet()) {
            Instant lostBefore = before.get(endpoint.getKey());
            if (endpoint.getValue()) {
                after.put(endpoint.getKey(), HEARD);
            } else if (HEARD.equals(lostBefore)) {
                after.put(endpoint.getKey(), now);
                lost = true;
            } else if (lostBefore != null) {
                after.put(endpoint.getKey(), lostBefore);
            }
        }
        if (after.isEmpty()) {
            sessions.remove(sessionId);
        } else {
            sessions.put(sessionId, new Session(bridge, after));
        }
        return lost;
    }

    /** How many the bridge lost within the window, 0 when it hears at least one, or when they are too few to tell. */
    int lostTogether(String bridge, Instant now) {
        List<Instant> times = lostAt(bridge).toList();
        Instant begin = now.minus(WINDOW);
        int lost = (int) times.stream().filter(at -> !at.isBefore(begin)).count();
        return times.contains(HEARD) || lost < FEWEST ? 0 : lost;
    }

    private Stream<Instant> lostAt(String bridge) {
        return sessions.values().stream()
                .filter(session -> session.bridge().equals(bridge))
                .flatMap(session -> session.lostAt().values().stream());
    }

    void retain(Predicate<String> wanted) {
        sessions.keySet().removeIf(wanted.negate());
    }
}
