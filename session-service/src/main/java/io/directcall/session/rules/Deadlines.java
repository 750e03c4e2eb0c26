package io.directcall.session.rules;

import io.directcall.contracts.session.EndReason;
import io.directcall.contracts.session.SessionEvent;
import io.directcall.session.rules.Invitation.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What happens because nothing else did. Deciding anew each time makes it harmless to look too early, too late or twice. */
final class Deadlines {
    private final Policy policy;

    Deadlines(Policy policy) {
        this.policy = policy;
    }

    Decision decide(Session session, Instant streamsKnownUntil, Instant now) {
        var draft = new Draft(session, policy, now);
        session.invitation().filter(call -> isDue(call.dueAt(), now)).ifPresent(call -> stopRinging(draft, call));
        session.members().stream()
                .filter(member -> isDue(member.presence().goneAt(), now)
                        && isDue(member.presence().streamsKnownBefore(policy.graces()), streamsKnownUntil))
                .forEach(member -> draft.remove(member, member.presence().goneBecause()));
        draft.settle();
        switch (draft.life()) {
            case Life.NotStarted ignored -> {}
            case Life.Ringing ignored -> {}
            case Life.Waiting waiting -> endWhenNobodyJoined(draft, waiting);
            case Life.Active active -> active(draft, session, active);
            case Life.Ended ignored -> {}
        }
        return draft.changed();
    }

    private static void stopRinging(Draft draft, Invitation call) {
        if (draft.life() instanceof Life.Ringing) {
            draft.end(EndReason.UNANSWERED, null);
        } else {
            call.who(Answer.RINGING).forEach(uid -> draft.notify(uid, new Notice.Unanswered()));
            draft.invite(call.silenced());
        }
    }

    private static void endWhenNobodyJoined(Draft draft, Life.Waiting waiting) {
        if (isDue(Optional.of(waiting.until()), draft.now())) {
            draft.end(EndReason.NOBODY_JOINED, null);
        }
    }

    private void active(Draft draft, Session session, Life.Active active) {
        if (isDue(active.until(), draft.now())) {
            draft.end(EndReason.MAX_LENGTH, null);
        } else {
            if (isDue(active.videoRequest().map(Life.VideoRequest::until), draft.now())) {
                draft.become(active.requested(Optional.empty()));
            }
            idle(draft, session, active.attendance());
        }
    }

    private static void idle(Draft draft, Session session, Attendance attendance) {
        if (!isDue(attendance.dueAt(), draft.now())) {
            return;
        }
        switch (attendance) {
            case Attendance.Company ignored -> {}
            case Attendance.Alone alone -> warn(draft, session, alone);
            case Attendance.Warned ignored -> draft.end(EndReason.IDLE, null);
        }
    }

    /** The notice is kept in full, also when the time for it passed while the service was down. */
    private static void warn(Draft draft, Session session, Attendance.Alone alone) {
        Duration notice = Duration.between(alone.warnAt(), alone.endsAt());
        Instant endsAt = draft.now().plus(notice);
        String participantId = draft.onlyMember().id();
        draft.attend(new Attendance.Warned(endsAt));
        draft.publish(seq -> new SessionEvent.IdleWarning(session.id(), seq, draft.now(), participantId, endsAt));
    }

    private static boolean isDue(Optional<Instant> time, Instant now) {
        return time.filter(at -> !at.isAfter(now)).isPresent();
    }
}
