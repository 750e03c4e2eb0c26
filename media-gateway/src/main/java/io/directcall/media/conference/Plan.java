package io.directcall.media.conference;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Says what a conference needs next, and when to look again. */
final class Plan {
    /**
     * More at once would spare transactions when many join, but let the first of them wait for the last: a bridge takes a few milliseconds
     * for each.
     */
    private static final int STEPS_AT_ONCE = 8;

    private final ConferenceState state;
    private final Timing timing;
    private final Renegotiation renegotiation;

    Plan(ConferenceState state, Timing timing, Renegotiation renegotiation) {
        this.state = state;
        this.timing = timing;
        this.renegotiation = renegotiation;
    }

    /**
     * What to do before the conference is saved again. Expiries come first, because an endpoint must be gone before it is made again; then
     * restrictions, because somebody is heard or seen who must not be; then answers, because somebody sees nothing yet.
     */
    List<Step> nextSteps(Instant now, Set<String> skipped) {
        List<Endpoint> endpoints = state.endpoints().values().stream()
                .filter(endpoint -> !skipped.contains(endpoint.id()))
                .toList();
        List<Step> steps = Stream.of(
                        dueExpiries(now), restrictions(endpoints), answers(endpoints), allocations(endpoints))
                .flatMap(each -> each)
                .limit(STEPS_AT_ONCE)
                .toList();
        boolean homeless = state.placement() == null && endpoints.stream().anyMatch(Endpoint::waits);
        return steps.isEmpty() && homeless ? List.of(new Step.ChooseBridge()) : steps;
    }

    private Stream<Step> dueExpiries(Instant now) {
        return state.expiries().stream()
                .filter(expiry -> !now.isBefore(expiry.dueAt()) && mayGo(expiry))
                .map(Step.Expire::new);
    }

    /** A conference that its participants can't follow to another bridge yet may still carry their media. */
    private boolean mayGo(Expiry expiry) {
        boolean replaced = state.placement() != null && state.placement().created();
        return expiry.participantId() != null || replaced || state.endpoints().isEmpty();
    }

    private Stream<Step> restrictions(List<Endpoint> endpoints) {
        return endpoints.stream()
                .filter(this::isToldOtherwise)
                .map(endpoint -> restriction(endpoint.id(), endpoint.link(), wanted(endpoint)));
    }

    private Step restriction(String participantId, Link link, Restrictions wanted) {
        boolean sameSources = wanted.withheld().equals(link.told().withheld());
        return new Step.Restrict(
                state.placement(),
                participantId,
                wanted,
                sameSources ? null : wanted.signalled(link.applied().sources()));
    }

    /** A pending answer takes its restrictions along; before the first answer nothing comes of a client. */
    private boolean isToldOtherwise(Endpoint endpoint) {
        Link link = endpoint.link();
        return link.isApplied() && link.pending() == null && !wanted(endpoint).equals(link.told());
    }

    /** What the endpoint's bridge should hold back of it. */
    Restrictions wanted(Endpoint endpoint) {
        return Restrictions.of(endpoint.publishing(), state.audioCall());
    }

    private Stream<Step> answers(List<Endpoint> endpoints) {
        return endpoints.stream()
                .filter(endpoint -> endpoint.link().pending() != null)
                .map(endpoint -> new Step.Apply(
                        state.placement(), endpoint.id(), endpoint.link().pending(), wanted(endpoint)));
    }

    /** The first one makes the conference, and must be saved before others can be added to it. */
    private Stream<Step> allocations(List<Endpoint> endpoints) {
        if (state.placement() == null) {
            return Stream.empty();
        }
        return endpoints.stream()
                .filter(Endpoint::waits)
                .limit(state.placement().created() ? STEPS_AT_ONCE : 1)
                .map(endpoint -> new Step.Allocate(
                        state.placement(), endpoint.id(), endpoint.who().viewer()));
    }

    Optional<Instant> dueAt(Instant now) {
        Stream<Instant> expiries = state.expiries().stream().filter(this::mayGo).map(Expiry::dueAt);
        Stream<Instant> endpoints = state.endpoints().values().stream().flatMap(endpoint -> due(endpoint, now));
        return Stream.concat(expiries, endpoints)
                .filter(at -> at.isBefore(Instant.MAX))
                .min(Instant::compareTo);
    }

    private Stream<Instant> due(Endpoint endpoint, Instant now) {
        boolean unfinished = endpoint.waits() || endpoint.link().pending() != null || isToldOtherwise(endpoint);
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
