package io.directcall.media.ownership;

import io.directcall.media.conference.ConferenceNames;
import io.directcall.media.conference.Inventory;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Sorts what a bridge has by session. Leaves out what is another installation's or another replica's business. */
final class Inventories {
    private final ConferenceNames names;
    private final Predicate<String> owned;

    /** @param owned whether this replica owns a session */
    Inventories(ConferenceNames names, Predicate<String> owned) {
        this.names = names;
        this.owned = owned;
    }

    /**
     * @param conferences of the bridge, with their endpoints
     * @param expected sessions that should be on the bridge; one of which it has nothing gets an empty inventory
     * @return by session
     */
    Map<String, Inventory> sort(
            String bridge, Instant askedAt, Map<String, Set<String>> conferences, Collection<String> expected) {
        Map<String, Map<String, Set<String>>> bySession = new HashMap<>();
        expected.forEach(session -> bySession.put(session, new HashMap<>()));
        conferences.forEach((id, endpoints) -> names.sessionOf(id)
                .ifPresent(session -> bySession
                        .computeIfAbsent(session, first -> new HashMap<>())
                        .put(id, endpoints)));
        return bySession.entrySet().stream()
                .filter(entry -> owned.test(entry.getKey()))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> new Inventory(bridge, askedAt, Map.copyOf(entry.getValue()))));
    }
}
