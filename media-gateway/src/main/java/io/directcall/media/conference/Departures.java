package io.directcall.media.conference;

import java.time.Instant;
import java.util.List;

/** Notes what has to go from a bridge. */
final class Departures {
    private final ConferenceState state;
    private final Timing timing;

    Departures(ConferenceState state, Timing timing) {
        this.state = state;
        this.timing = timing;
    }

    /** A bridge drops a conference with its last endpoint: then the whole conference goes, and the next endpoint makes a new one. */
    void endpoint(Endpoint endpoint, Instant now) {
        boolean others = state.endpoints().values().stream()
                .anyMatch(other -> other.isAllocated() && !other.id().equals(endpoint.id()));
        if (others && state.placement() != null) {
            note(state.placement(), endpoint.id(), now);
        } else {
            wholeConference(now);
        }
    }

    /** The conference leaves its bridge, with all endpoints. */
    void wholeConference(Instant now) {
        if (state.placement() != null) {
            note(state.placement(), null, now);
            state.placement(null);
        }
    }

    /** The conference goes to another bridge and stays where it is until its participants had time to follow. */
    void wholeConferenceLater(Instant now) {
        Placement left = state.placement();
        Instant dueAt = left.created() ? now.plus(timing.moveOverlap()) : now;
        state.add(new Expiry(left.bridge(), left.conferenceId(), null, dueAt, dueAt.plus(timing.expiryLifetime())));
        state.placement(null);
    }

    /** Whoever leaves while the conference moves has an endpoint on the bridge that it moves from, too. */
    void endpointLeftBehind(String participantId, Instant now) {
        leftBehind(now)
                .forEach(expiry ->
                        note(new Placement(expiry.bridge(), expiry.conferenceId(), true), participantId, now));
    }

    /** Nobody may go on in a conference that is moving when it ends. */
    void leftBehindNow(Instant now) {
        leftBehind(now).forEach(expiry -> state.add(expiry.retriedAt(now)));
    }

    private List<Expiry> leftBehind(Instant now) {
        return state.expiries().stream()
                .filter(expiry ->
                        expiry.participantId() == null && expiry.dueAt().isAfter(now))
                .toList();
    }

    /**
     * A bridge made what nobody needs any more.
     *
     * @param participantId the endpoint, or null for the whole conference
     */
    void stray(Placement placement, String participantId, Instant now) {
        note(placement, participantId, now);
    }

    private void note(Placement placement, String participantId, Instant now) {
        state.add(new Expiry(
                placement.bridge(), placement.conferenceId(), participantId, now, now.plus(timing.expiryLifetime())));
    }
}
