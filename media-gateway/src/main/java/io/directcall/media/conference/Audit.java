package io.directcall.media.conference;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Compares what a bridge has with what is stored, read after the bridge was asked. Conferences and endpoints are stored before the bridge
 * is asked to make them, so what is not stored is not being made either: strays need no grace.
 */
final class Audit {
    /** What was allocated after the bridge was asked, or by a replica whose clock is a little behind, is not lost. */
    static final Duration GRACE = Duration.ofSeconds(10);

    private final ConferenceState state;
    private final Timing timing;

    Audit(ConferenceState state, Timing timing) {
        this.state = state;
        this.timing = timing;
    }

    Findings compare(Inventory found, Instant now) {
        List<String> lost = lostEndpoints(found);
        boolean conferenceLost = !lost.isEmpty()
                && !found.conferences().containsKey(state.placement().conferenceId());
        return new Findings(
                strays(found, now).toList(),
                conferenceLost ? Optional.of(state.placement().conferenceId()) : Optional.empty(),
                conferenceLost ? List.of() : lost);
    }

    private Stream<Expiry> strays(Inventory found, Instant now) {
        return found.conferences().entrySet().stream()
                .flatMap(conference ->
                        isPlaced(conference.getKey()) ? strayEndpoints(conference) : conference(conference))
                .map(stray -> expiry(found, stray, now))
                .filter(expiry -> state.expiries().stream().noneMatch(noted -> noted.covers(expiry)));
    }

    /** @param participantId null for the whole conference */
    private record Stray(String conferenceId, String participantId) {}

    private static Stream<Stray> conference(Map.Entry<String, Set<String>> conference) {
        return Stream.of(new Stray(conference.getKey(), null));
    }

    /** One that waits for its endpoint is not stray: whoever makes the endpoint finds what is left of an earlier attempt. */
    private Stream<Stray> strayEndpoints(Map.Entry<String, Set<String>> conference) {
        return conference.getValue().stream()
                .filter(endpoint -> !state.endpoints().containsKey(endpoint))
                .map(endpoint -> new Stray(conference.getKey(), endpoint));
    }

    private Expiry expiry(Inventory found, Stray stray, Instant now) {
        return new Expiry(
                found.bridge(), stray.conferenceId(), stray.participantId(), now, now.plus(timing.expiryLifetime()));
    }

    private List<String> lostEndpoints(Inventory found) {
        if (state.placement() == null || !state.placement().bridge().equals(found.bridge())) {
            return List.of();
        }
        Set<String> there = found.conferences().getOrDefault(state.placement().conferenceId(), Set.of());
        return state.endpoints().values().stream()
                .filter(Endpoint::isAllocated)
                .filter(endpoint -> !there.contains(endpoint.id()))
                .filter(endpoint -> found.askedAt()
                        .isAfter(endpoint.negotiation().offeredAt().plus(GRACE)))
                .map(Endpoint::id)
                .toList();
    }

    private boolean isPlaced(String conferenceId) {
        return state.placement() != null && state.placement().conferenceId().equals(conferenceId);
    }
}
