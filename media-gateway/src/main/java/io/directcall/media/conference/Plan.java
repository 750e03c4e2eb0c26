package io.directcall.media.conference;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Says what a conference needs next, and when to look again. */
final class Plan {
    private final ConferenceState state;
    private final Timing timing;
    private final Renegotiation renegotiation;

    Plan(ConferenceState state, Timing timing, Renegotiation renegotiation) {
        this.state = state;
        this.timing = timing;
        this.renegotiation = renegotiation;
    }

    /** Expiries come first, because an endpoint must be gone before it is made again; then answers, because somebody sees nothing yet. */
    Step nextStep(Instant now, Set<String> skipped) {
        List<Endpoint> endpoints = state.endpoints().values().stream()
                .filter(endpoint -> !skipped.contains(endpoint.id()))
                .toList();
        return dueExpiry(now)
                .or(() -> answer(endpoints))
                .or(() -> endpoint(endpoints))
                .orElseGet(Step.Rest::new);
    }

    private Optional<Step> dueExpiry(Instant now) {
        return state.expiries().stream()
                .filter(expiry -> !now.isBefore(expiry.dueAt()))
                .findFirst()
                .map(Step.Expire::new);
    }

    private Optional<Step> answer(List<Endpoint> endpoints) {
        return endpoints.stream()
                .filter(endpoint -> endpoint.link().pending() != null)
                .findFirst()
                .map(endpoint -> new Step.Apply(
                        state.placement(), endpoint.id(), endpoint.link().pending()));
    }

    private Optional<Step> endpoint(List<Endpoint> endpoints) {
        return endpoints.stream()
                .filter(Endpoint::waits)
                .findFirst()
                .map(endpoint -> state.placement() == null
                        ? new Step.ChooseBridge()
                        : new Step.Allocate(
                                state.placement(), endpoint.id(), endpoint.who().viewer()));
    }

    Optional<Instant> dueAt(Instant now) {
        Stream<Instant> expiries = state.expiries().stream().map(Expiry::dueAt);
        Stream<Instant> endpoints = state.endpoints().values().stream().flatMap(endpoint -> due(endpoint, now));
        return Stream.concat(expiries, endpoints)
                .filter(at -> at.isBefore(Instant.MAX))
                .min(Instant::compareTo);
    }

    private Stream<Instant> due(Endpoint endpoint, Instant now) {
        boolean unfinished = endpoint.waits() || endpoint.link().pending() != null;
        return Stream.of(
                unfinished ? now.plus(timing.retry()) : Instant.MAX,
                renegotiation.dueAt(endpoint),
                connectedAt(endpoint));
    }

    /** When an endpoint that answered is taken as connected. */
    Instant connectedAt(Endpoint endpoint) {
        Instant applied = endpoint.link().appliedAt();
        boolean open = endpoint.state() == EndpointState.ANSWERED && applied != null;
        return open ? applied.plus(timing.connectTime()) : Instant.MAX;
    }
}
