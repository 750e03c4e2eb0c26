package io.directcall.media.conference;

import io.directcall.contracts.session.CallType;
import io.directcall.contracts.session.Participant;
import io.directcall.contracts.session.Role;
import io.directcall.contracts.session.SessionEvent;
import io.directcall.media.conference.Endpoint.Who;
import io.directcall.media.sdp.MediaProfile;
import java.time.Instant;

/** Who is in the conference, and may send what: follows the session's events. */
final class Membership {
    private final ConferenceState state;
    private final MediaProfile profile;
    private final Plan plan;
    private final Departures departures;

    /** @param profile of a conference that begins; one that goes on keeps its own */
    Membership(ConferenceState state, MediaProfile profile, Plan plan, Departures departures) {
        this.state = state;
        this.profile = profile;
        this.plan = plan;
        this.departures = departures;
    }

    /** @return false when it was seen before */
    boolean apply(SessionEvent event, Instant now) {
        if (event.seq() <= state.sessionSeq()) {
            return false;
        }
        state.sessionSeq(event.seq());
        switch (event) {
            case SessionEvent.SessionStarted started -> {
                state.ended(false);
                state.audioCall(started.callType() == CallType.AUDIO);
            }
            case SessionEvent.ParticipantJoined joined -> join(joined.participant());
            case SessionEvent.ParticipantLeft left -> leave(left.participantId(), now);
            case SessionEvent.SessionEnded ended -> end(now);
            case SessionEvent.ParticipantUpdated updated -> update(updated.participant(), updated.updatedBy(), now);
            case SessionEvent.VideoRequested ignored -> {}
            // The place for a camera was in the first offer; from now on its bridge lets pictures through.
            case SessionEvent.SwitchedToVideo ignored -> state.audioCall(false);
            case SessionEvent.IdleWarning ignored -> {}
            case SessionEvent.KeptAlive ignored -> {}
            case SessionEvent.ForModerators ignored -> {}
        }
        return true;
    }

    private void join(Participant participant) {
        var who = new Who(participant.participantId(), participant.uid(), participant.role() == Role.VIEWER);
        state.ended(false);
        if (!state.endpoints().containsKey(who.participantId())) {
            state.put(Endpoint.joined(
                    who, Publishing.joined(participant), state.profile().orElse(profile)));
        }
    }

    /** @param updatedBy null for the application's server */
    private void update(Participant participant, String updatedBy, Instant now) {
        boolean byOther = !participant.participantId().equals(updatedBy);
        state.endpoint(participant.participantId()).ifPresent(endpoint -> {
            Endpoint updated = endpoint.publishing(endpoint.publishing().after(participant, byOther));
            if (plan.wanted(updated).holdsMoreThan(plan.wanted(endpoint))) {
                // While the conference moves, the bridge that it leaves is told of nothing any more.
                departures.endpointLeftBehind(endpoint.id(), now);
            }
            state.put(updated);
        });
    }

    private void leave(String participantId, Instant now) {
        Endpoint gone = state.remove(participantId);
        if (gone == null) {
            return;
        }
        if (participantId.equals(state.dominantSpeaker())) {
            state.dominantSpeaker(null);
        }
        // Also one that waits: an attempt to make it may have got to the bridge, and its result nowhere.
        departures.endpoint(gone, now);
        departures.endpointLeftBehind(participantId, now);
    }

    private void end(Instant now) {
        departures.leftBehindNow(now);
        departures.wholeConference(now);
        state.endpoints().values().stream().map(Endpoint::id).toList().forEach(state::remove);
        state.dominantSpeaker(null);
        state.ended(true);
    }
}
