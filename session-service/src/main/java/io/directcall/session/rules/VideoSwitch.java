package io.directcall.session.rules;

import io.directcall.contracts.error.ErrorCode;
import io.directcall.contracts.session.CallType;
import io.directcall.contracts.session.Participant;
import io.directcall.contracts.session.Role;
import io.directcall.contracts.session.SessionEvent;
import io.directcall.session.rules.Decision.Refused;
import io.directcall.session.rules.SessionCommand.SwitchToVideo;
import java.time.Instant;
import java.util.Optional;

/** From audio to video: one participant asks, another agrees by asking for the same. */
final class VideoSwitch {
    private final Policy policy;

    VideoSwitch(Policy policy) {
        this.policy = policy;
    }

    Decision decide(Session session, Life.Active active, SwitchToVideo wanted, Instant now) {
        if (active.type() == CallType.VIDEO) {
            return new Refused(ErrorCode.ERR_CALL_NOT_AUDIO);
        }
        var draft = new Draft(session, policy, now);
        return switch (wanted.by()) {
            case Actor.Server ignored -> switched(draft, session, active, null, null);
            case Actor.User user ->
                session.participantOf(user.uid())
                        .map(participant -> decide(draft, session, active, participant))
                        .orElseGet(() -> new Refused(ErrorCode.ERR_CALL_NOT_A_PART));
        };
    }

    private Decision decide(Draft draft, Session session, Life.Active active, Participant by) {
        if (by.role() == Role.VIEWER) {
            return new Refused(ErrorCode.AUTH_ERR_NO_ACCESS);
        }
        Optional<Participant> initiator = open(active, draft.now())
                .flatMap(request -> session.member(request.participantId()))
                .map(Member::participant);
        if (initiator.isPresent() && !initiator.get().uid().equals(by.uid())) {
            return switched(draft, session, active, initiator.get().participantId(), by.participantId());
        }
        if (initiator.isPresent()) {
            return new Decision.Unchanged(session);
        }
        return hasPartner(session, by)
                ? requested(draft, session, active, by)
                : switched(draft, session, active, by.participantId(), null);
    }

    private static Optional<Life.VideoRequest> open(Life.Active active, Instant now) {
        return active.videoRequest().filter(request -> request.until().isAfter(now));
    }

    private static boolean hasPartner(Session session, Participant by) {
        return session.members().stream()
                .map(Member::participant)
                .anyMatch(other -> other.role() != Role.VIEWER && !other.uid().equals(by.uid()));
    }

    private Decision requested(Draft draft, Session session, Life.Active active, Participant by) {
        Instant until = draft.now().plus(policy.videoRequest());
        draft.become(active.requested(Optional.of(new Life.VideoRequest(by.participantId(), until))));
        draft.publish(
                seq -> new SessionEvent.VideoRequested(session.id(), seq, draft.now(), by.participantId(), until));
        return draft.changed();
    }

    private static Decision switched(
            Draft draft, Session session, Life.Active active, String initiator, String responder) {
        draft.become(active.withVideo());
        draft.publish(seq -> new SessionEvent.SwitchedToVideo(session.id(), seq, draft.now(), initiator, responder));
        return draft.changed();
    }
}
