package io.directcall.media.bridge.quarantine;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Which endpoints each bridge hears, since when it does not hear others that it heard before, and which of those asked for a fresh one:
 * they are there and want to be heard, while who just closed the page is not. Not thread-safe.
 */
final class Hearing {
    /**
     * Bridges find an endpoint silent some 8 s after its last packet, each at its own moment; the client asks after 6 s of a connection
     * that its browser calls disconnected, which browsers do 2 to 6 s after the last packet.
     */
    static final Duration WINDOW = Duration.ofSeconds(15);

    /** Fewer may well have lost their network together. */
    static final int FEWEST = 3;

    /** In place of the time when an endpoint was lost, for one that is heard. */
    private static final Instant HEARD = Instant.MAX;

    /** @param asked whether a fresh endpoint was asked for since it was lost */
    private record Ear(Instant lostAt, boolean asked) {
        boolean heard() {
            return HEARD.equals(lostAt);
        }

        boolean lostSince(Instant begin) {
            return !heard() && !lostAt.isBefore(begin);
        }
    }

    /** @param ears by participant, of each endpoint that is heard, or was */
    private record Session(String bridge, Map<String, Ear> ears) {}

    private final Map<String, Session> sessions = new HashMap<>();

    /**
     * Takes over what is known of a session.
     *
     * @param hears endpoints on the bridge that have answered, and whether the bridge hears them
     */
    void update(String sessionId, String bridge, Map<String, Boolean> hears, Instant now) {
        Session known = sessions.get(sessionId);
        Map<String, Ear> before = known != null && known.bridge().equals(bridge) ? known.ears() : Map.of();
        Map<String, Ear> after = new HashMap<>();
        // One that is lost and being remade has not answered yet.
        before.forEach((id, ear) -> {
            if (ear.lostSince(now.minus(WINDOW))) {
                after.put(id, ear);
            }
        });
        hears.forEach((id, heard) -> {
            Ear ear = before.get(id);
            if (heard) {
                after.put(id, new Ear(HEARD, false));
            } else if (ear != null) {
                after.put(id, ear.heard() ? new Ear(now, false) : ear);
            }
        });
        if (after.isEmpty()) {
            sessions.remove(sessionId);
        } else {
            sessions.put(sessionId, new Session(bridge, after));
        }
    }

    /** A participant asks for a fresh endpoint. @return the bridge that had lost the one before, or null */
    String asks(String sessionId, String participantId) {
        Session session = sessions.get(sessionId);
        Ear ear = session == null ? null : session.ears().get(participantId);
        if (ear == null || ear.heard()) {
            return null;
        }
        session.ears().put(participantId, new Ear(ear.lostAt(), true));
        return session.bridge();
    }

    /**
     * How many the bridge lost within the window that asked for a fresh endpoint; 0 when it hears at least one, or when they are too few
     * to tell.
     */
    int lostTogether(String bridge, Instant now) {
        List<Ear> ears = ears(bridge).toList();
        Instant begin = now.minus(WINDOW);
        int lost = (int)
                ears.stream().filter(ear -> ear.asked() && ear.lostSince(begin)).count();
        return ears.stream().anyMatch(Ear::heard) || lost < FEWEST ? 0 : lost;
    }

    private Stream<Ear> ears(String bridge) {
        return sessions.values().stream()
                .filter(session -> session.bridge().equals(bridge))
                .flatMap(session -> session.ears().values().stream());
    }

    void retain(Predicate<String> wanted) {
        sessions.keySet().removeIf(wanted.negate());
    }
}
