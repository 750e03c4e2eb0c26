package io.directcall.media.conference;

import io.directcall.contracts.media.MoveReason;
import java.time.Instant;
import java.util.List;

/** What becomes of participants whose endpoints are lost, or given up for fresh ones. */
final class Losses {
    private final ConferenceState state;
    private final EventLog events;
    private final Departures departures;

    Losses(ConferenceState state, EventLog events, Departures departures) {
        this.state = state;
        this.events = events;
        this.departures = departures;
    }

    /**
     * Gives a participant a fresh endpoint.
     *
     * @param at when it was asked for; a request is carried out once, however often it is delivered
     * @return whether there was an endpoint to give up
     */
    boolean restart(String participantId, Instant at, Instant now) {
        Endpoint endpoint = state.endpoints().get(participantId);
        boolean repeated = endpoint != null && endpoint.restartedAt() != null && !at.isAfter(endpoint.restartedAt());
        if (endpoint == null || repeated || endpoint.waits()) {
            return false;
        }
        departures.endpoint(endpoint, now);
        reset(endpoint.restarted(at), now);
        return true;
    }

    private void reset(Endpoint endpoint, Instant now) {
        if (endpoint.state() == EndpointState.CONNECTED) {
            events.lost(endpoint, now);
        }
        state.put(endpoint.reset());
    }

    /** The bridge has dropped the endpoint, but not the conference. */
    void endpointGone(String participantId, Instant now) {
        state.endpoint(participantId).filter(Endpoint::isAllocated).ifPresent(endpoint -> {
            departures.endpoint(endpoint, now);
            reset(endpoint, now);
        });
    }

    /** The bridge does not know the conference, or is not to be trusted with it: everyone gets an endpoint on another. */
    void placementLost(String conferenceId, Instant now) {
        if (state.placement() == null || !state.placement().conferenceId().equals(conferenceId)) {
            return;
        }
        departures.wholeConference(now);
        List<Endpoint> stranded = state.endpoints().values().stream()
                .filter(endpoint -> !endpoint.waits())
                .toList();
        if (!stranded.isEmpty()) {
            events.moved(MoveReason.BRIDGE_FAILED, now);
        }
        stranded.forEach(endpoint -> reset(endpoint, now));
    }
}
