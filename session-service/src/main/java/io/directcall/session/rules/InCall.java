package io.directcall.session.rules;

import io.directcall.contracts.error.ErrorCode;
import io.directcall.contracts.session.EndReason;
import io.directcall.contracts.session.LeaveReason;
import io.directcall.contracts.session.Participant;
import io.directcall.contracts.session.SessionEvent;
import io.directcall.session.rules.Decision.Refused;
import io.directcall.session.rules.Decision.Unchanged;
import io.directcall.session.rules.SessionCommand.EndForAll;
import io.directcall.session.rules.SessionCommand.KeepAlive;
import io.directcall.session.rules.SessionCommand.LeaveUnlessBack;
import io.directcall.session.rules.SessionCommand.Remove;
import io.directcall.session.rules.SessionCommand.SwitchToVideo;
import io.directcall.session.rules.SessionCommand.Update;
import java.time.Instant;
import java.util.Optional;

/** What is asked of an active session. */
final class InCall {
    private final Policy policy;
    private final Rights rights;
    private final VideoSwitch videoSwitch;

    InCall(Policy policy) {
        this.policy = policy;
        this.rights = new Rights(policy.muteOthers());
        this.videoSwitch = new VideoSwitch(policy);
    }

    Decision decide(Session session, Life.Active active, SessionCommand.InCallRequest request, Instant now) {
        return switch (request) {
            case Update update -> update(session, update, now);
            case Remove remove -> remove(session, remove, now);
            case LeaveUnlessBack leave -> leaveUnlessBack(session, leave, now);
            case EndForAll end -> endForAll(session, end, now);
            case SwitchToVideo wanted -> videoSwitch.decide(session, active, wanted, now);
            case KeepAlive keepAlive -> keepAlive(session, active, keepAlive, now);
        };
    }

    private Decision update(Session session, Update update, Instant now) {
        Member member = session.member(update.participantId()).orElse(null);
        if (member == null) {
            return new Refused(ErrorCode.ERR_CALL_PARTICIPANT_NOT_FOUND);
        }
        Participant before = member.participant();
        Optional<Refused> refusal = rights.refusalOf(update, session, before);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        Participant after = update.change().applyTo(before);
        if (after.equals(before)) {
            return new Unchanged(session);
        }
        var draft = new Draft(session, policy, now);
        draft.update(member, after, participantIdOf(update.by(), before, session));
        return draft.changed();
    }

    private Decision remove(Session session, Remove remove, Instant now) {
        Member member = session.member(remove.participantId()).orElse(null);
        if (member == null) {
            return new Refused(ErrorCode.ERR_CALL_PARTICIPANT_NOT_FOUND);
        }
        boolean own = remove.by().owns(member.uid());
        if (!own && !remove.by().moderates()) {
            return new Refused(ErrorCode.ERR_CALL_NOT_A_PART);
        }
        if (own && remove.ban()) {
            return new Refused(ErrorCode.ERR_BAD_REQUEST, "The field 'ban' is for whoever removes another user.");
        }
        var draft = new Draft(session, policy, now);
        if (remove.ban()) {
            draft.ban(member);
        } else {
            draft.remove(member, own ? LeaveReason.LEFT : LeaveReason.KICKED);
        }
        return draft.changed();
    }

    /** Only who goes knows whether it means to come back. */
    private Decision leaveUnlessBack(Session session, LeaveUnlessBack leave, Instant now) {
        Member member = session.member(leave.participantId()).orElse(null);
        if (member == null) {
            return new Refused(ErrorCode.ERR_CALL_PARTICIPANT_NOT_FOUND);
        }
        if (!leave.by().owns(member.uid())) {
            return new Refused(ErrorCode.ERR_CALL_NOT_A_PART);
        }
        var draft = new Draft(session, policy, now);
        draft.observe(member, member.presence().leaving(now.plus(leave.grace())));
        return draft.changed();
    }

    private Decision endForAll(Session session, EndForAll end, Instant now) {
        if (!Rights.mayEnd(session, end.by())) {
            return new Refused(ErrorCode.AUTH_ERR_NO_ACCESS);
        }
        var draft = new Draft(session, policy, now);
        draft.end(EndReason.ENDED_FOR_ALL, end.by() instanceof Actor.User user ? user.uid() : null);
        return draft.changed();
    }

    private Decision keepAlive(Session session, Life.Active active, KeepAlive keepAlive, Instant now) {
        Optional<Participant> by = session.participantOf(keepAlive.by());
        if (by.isEmpty() && !keepAlive.by().moderates()) {
            return new Refused(ErrorCode.ERR_CALL_NOT_A_PART);
        }
        if (active.attendance() instanceof Attendance.Company) {
            return new Unchanged(session);
        }
        var draft = new Draft(session, policy, now);
        String who = by.map(Participant::participantId).orElse(null);
        draft.become(active.with(new Attendance.Company()));
        draft.publish(seq -> new SessionEvent.KeptAlive(session.id(), seq, now, who));
        return draft.changed();
    }

    /** Null for the application's server, and for a moderator who is not in the session. */
    private static String participantIdOf(Actor by, Participant updated, Session session) {
        return by.owns(updated.uid())
                ? updated.participantId()
                : session.participantOf(by).map(Participant::participantId).orElse(null);
    }
}
