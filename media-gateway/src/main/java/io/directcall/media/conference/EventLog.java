package io.directcall.media.conference;

import io.directcall.contracts.media.ConnectionQuality;
import io.directcall.contracts.media.MediaEvent;
import io.directcall.contracts.media.MoveReason;
import io.directcall.media.sdp.OfferWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Numbers the events of a conference without gaps and keeps them until they are taken for publishing. */
final class EventLog {
    private final ConferenceState state;
    private List<MediaEvent> events = new ArrayList<>();

    EventLog(ConferenceState state) {
        this.state = state;
    }

    List<MediaEvent> take() {
        List<MediaEvent> taken = events;
        events = new ArrayList<>();
        return taken;
    }

    void offer(Endpoint endpoint, Instant now) {
        Negotiation negotiation = endpoint.negotiation();
        String sdp = OfferWriter.write(
                negotiation.slots().profile(),
                endpoint.generation(),
                negotiation.revision(),
                endpoint.link().allocation().transport(),
                negotiation.slots().lines());
        events.add(new MediaEvent.OfferReady(
                state.sessionId(),
                state.nextMediaSeq(),
                now,
                endpoint.id(),
                endpoint.who().uid(),
                endpoint.generation(),
                negotiation.revision(),
                sdp,
                negotiation.slots().tracks()));
    }

    void waiting(Endpoint endpoint, Instant now) {
        events.add(new MediaEvent.MediaWaiting(
                state.sessionId(),
                state.nextMediaSeq(),
                now,
                endpoint.id(),
                endpoint.who().uid()));
    }

    void connected(Endpoint endpoint, Instant now) {
        events.add(new MediaEvent.EndpointConnected(state.sessionId(), state.nextMediaSeq(), now, endpoint.id()));
    }

    void lost(Endpoint endpoint, Instant now) {
        events.add(new MediaEvent.EndpointLost(state.sessionId(), state.nextMediaSeq(), now, endpoint.id()));
    }

    void quality(Endpoint endpoint, ConnectionQuality quality, int downlinkKbps, Instant now) {
        events.add(new MediaEvent.ConnectionQualityChanged(
                state.sessionId(), state.nextMediaSeq(), now, endpoint.id(), quality, downlinkKbps));
    }

    void dominantSpeaker(String participantId, Instant now) {
        events.add(new MediaEvent.DominantSpeakerChanged(state.sessionId(), state.nextMediaSeq(), now, participantId));
    }

    void moved(MoveReason reason, Instant now) {
        events.add(new MediaEvent.ConferenceMoved(state.sessionId(), state.nextMediaSeq(), now, reason));
    }
}
