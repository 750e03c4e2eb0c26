package io.directcall.media.conference;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Offers to participants what the others send. A participant has one unanswered offer at most, so that many changes within one round trip
 * cost it one offer; only when an answer is overdue another offer follows. In larger calls offers also keep a distance in time.
 */
final class Renegotiation {
    /** Calls of this size and smaller hear of each change at once. */
    private static final int UNPACED = 4;

    private static final Duration PACE_PER_PARTICIPANT = Duration.ofMillis(10);

    private final ConferenceState state;
    private final Timing timing;
    private final EventLog events;

    Renegotiation(ConferenceState state, Timing timing, EventLog events) {
        this.state = state;
        this.timing = timing;
        this.events = events;
    }

    /** Offers now, whatever was offered before. */
    void offer(Endpoint endpoint, Instant now) {
        Endpoint offered = endpoint.offered(wanted(endpoint), now);
        state.put(offered);
        events.offer(offered, now);
    }

    void offerWhatChanged(Instant now) {
        for (Endpoint endpoint : List.copyOf(state.endpoints().values())) {
            if (!now.isBefore(dueAt(endpoint))) {
                offer(endpoint, now);
            }
        }
    }

    /** When the endpoint's next offer is due; {@link Instant#MAX} when there is nothing to offer. */
    Instant dueAt(Endpoint endpoint) {
        boolean changed = endpoint.isAllocated()
                && !wanted(endpoint).equals(endpoint.negotiation().slots());
        return changed ? endpoint.negotiation().mayOfferAt(pace(), timing.answerTimeout()) : Instant.MAX;
    }

    /** In a call of thirty that gathers within a second, each join would otherwise cost each participant an offer of ninety m-lines. */
    private Duration pace() {
        int size = state.endpoints().size();
        return size <= UNPACED ? Duration.ZERO : PACE_PER_PARTICIPANT.multipliedBy(size);
    }

    private Slots wanted(Endpoint endpoint) {
        List<Source> sources = state.endpoints().values().stream()
                .filter(other -> !other.id().equals(endpoint.id()))
                .flatMap(other -> other.sources().stream())
                .toList();
        return endpoint.negotiation().slots().carrying(sources);
    }
}
