package io.directcall.media.ownership;

import io.directcall.media.conference.Placement;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What this replica remembers of the sessions that it owns: where they are and when to look at them again. No more than a cache: all of it
 * is in the database and is read when partitions are assigned.
 */
@ApplicationScoped
public class OwnedSessions {
    private record Known(Instant dueAt, Placement placement, int endpoints) {}

    private final Map<String, Known> sessions = new ConcurrentHashMap<>();

    OwnedSessions(MeterRegistry meters) {
        meters.gauge("directcall.media.conferences", sessions, known -> count(session -> session.placement() != null));
        meters.gauge("directcall.media.endpoints", sessions, known -> endpoints());
    }

    void put(String sessionId, Look look) {
        if (look.placement() == null && look.dueAt().equals(Instant.MAX)) {
            sessions.remove(sessionId);
        } else {
            sessions.put(sessionId, new Known(look.dueAt(), look.placement(), look.endpoints()));
        }
    }

    /** Looks again at a session that could not be worked on. */
    void again(String sessionId, Instant at) {
        sessions.merge(
                sessionId,
                new Known(at, null, 0),
                (known, retry) -> new Known(at, known.placement(), known.endpoints()));
    }

    /** Sessions to look at now; they are due again only after they were looked at. */
    List<String> due(Instant now) {
        List<String> due = matching(known -> !now.isBefore(known.dueAt()));
        due.forEach(id -> sessions.computeIfPresent(
                id, (key, known) -> new Known(Instant.MAX, known.placement(), known.endpoints())));
        return due;
    }

    /** Where the session was last, null for nowhere. */
    Placement placement(String sessionId) {
        Known known = sessions.get(sessionId);
        return known == null ? null : known.placement();
    }

    List<String> on(String bridge) {
        return matching(
                known -> known.placement() != null && known.placement().bridge().equals(bridge));
    }

    /** Bridges with at least one session. */
    Set<String> bridges() {
        return sessions.values().stream()
                .map(Known::placement)
                .filter(Objects::nonNull)
                .map(Placement::bridge)
                .collect(Collectors.toSet());
    }

    List<String> unplaced() {
        return matching(known -> known.placement() == null);
    }

    void retain(Predicate<String> owned) {
        sessions.keySet().removeIf(owned.negate());
    }

    private List<String> matching(Predicate<Known> predicate) {
        return sessions.entrySet().stream()
                .filter(entry -> predicate.test(entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private long count(Predicate<Known> predicate) {
        return sessions.values().stream().filter(predicate).count();
    }

    private int endpoints() {
        return sessions.values().stream().mapToInt(Known::endpoints).sum();
    }
}
