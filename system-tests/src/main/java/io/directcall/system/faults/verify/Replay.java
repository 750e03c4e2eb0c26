package io.directcall.system.faults.verify;

import io.directcall.contracts.session.Participant;
import io.directcall.contracts.session.SessionEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A session told anew by its events: how it was before and after each of them. */
final class Replay {
    private final List<Step> steps = new ArrayList<>();

    Replay(List<SessionEvent> events) {
        State state = new State(Map.of(), Optional.empty());
        for (SessionEvent event : events) {
            State after = state.after(event);
            steps.add(new Step(event, state, after));
            state = after;
        }
    }

    /** One event. */
    record Step(SessionEvent event, State before, State after) {}

    /**
     * What of a session decides whether a command changes something.
     *
     * @param members by participant's id
     * @param videoAskedBy participant who asked for video last
     */
    record State(Map<String, Participant> members, Optional<String> videoAskedBy) {
        State after(SessionEvent event) {
            return switch (event) {
                case SessionEvent.SessionStarted ignored -> new State(Map.of(), Optional.empty());
                case SessionEvent.ParticipantJoined joined -> with(joined.participant());
                case SessionEvent.ParticipantUpdated updated -> with(updated.participant());
                case SessionEvent.ParticipantLeft left -> without(left.participantId());
                case SessionEvent.VideoRequested asked -> new State(members, Optional.of(asked.initiator()));
                case SessionEvent.SwitchedToVideo ignored -> new State(members, Optional.empty());
                case SessionEvent.IdleWarning ignored -> this;
                case SessionEvent.KeptAlive ignored -> this;
                case SessionEvent.ForModerators ignored -> this;
                case SessionEvent.SessionEnded ignored -> this;
            };
        }

        private State with(Participant participant) {
            Map<String, Participant> changed = new HashMap<>(members);
            changed.put(participant.participantId(), participant);
            return new State(changed, videoAskedBy);
        }

        private State without(String participantId) {
            Map<String, Participant> changed = new HashMap<>(members);
            changed.remove(participantId);
            return new State(changed, videoAskedBy.filter(asker -> !asker.equals(participantId)));
        }
    }

    List<Step> steps() {
        return steps;
    }

    /** How the session was at any moment of a time. */
    List<State> statesDuring(Instant from, Instant until) {
        List<State> states = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            boolean beganInTime = !steps.get(i).event().at().isAfter(until);
            boolean endedBefore =
                    i + 1 < steps.size() && steps.get(i + 1).event().at().isBefore(from);
            if (beganInTime && !endedBefore) {
                states.add(steps.get(i).after());
            }
        }
        return states;
    }
}
