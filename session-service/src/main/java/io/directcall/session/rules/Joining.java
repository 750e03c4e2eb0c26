package io.directcall.session.rules;

import io.directcall.contracts.error.ErrorCode;
import io.directcall.contracts.media.TrackKind;
import io.directcall.contracts.session.CallType;
import io.directcall.contracts.session.LeaveReason;
import io.directcall.contracts.session.Participant;
import io.directcall.contracts.session.Role;
import io.directcall.session.rules.Decision.Refused;
import io.directcall.session.rules.Invitation.Answer;
import io.directcall.session.rules.SessionCommand.Join;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Who may join, and what becomes of the session by that. */
final class Joining {
    private final Policy policy;
    private final ParticipantIds ids;
    private final Ringing ringing;

    Joining(Policy policy, ParticipantIds ids, Ringing ringing) {
        this.policy = policy;
        this.ids = ids;
        this.ringing = ringing;
    }

    Decision decide(Session session, Join join, Instant now) {
        Optional<Refused> refusal = session.invitation().flatMap(call -> refusal(session.life(), call, join));
        if (refusal.isPresent()) {
            return refusal.get();
        }
        var draft = new Draft(session, policy, now);
        return switch (session.life()) {
            case Life.NotStarted ignored -> start(draft, join, typeOf(join));
            case Life.Ended ignored -> start(draft, join, typeOf(join));
            case Life.Ringing ignored -> new Refused(ErrorCode.ERR_CALL_NOT_STARTED);
            case Life.Waiting waiting -> start(draft, join, waiting.type());
            case Life.Active active ->
                Resuming.whomOf(session, join)
                        .map(member -> Resuming.decide(draft, member, join))
                        .orElseGet(() -> joined(draft, join, active.type(), older(session, join)));
        };
    }

    /**
     * A call that was placed by ringing is for its parties, and once. Moderators and viewers have their tokens from the application's
     * server, which may let them listen to any call.
     */
    private static Optional<Refused> refusal(Life life, Invitation call, Join join) {
        if (life instanceof Life.Ended) {
            return Optional.of(new Refused(ErrorCode.ERR_CALL_TERMINATED));
        }
        return join.role() == Role.PARTICIPANT && !call.isParty(join.user().uid())
                ? Optional.of(new Refused(ErrorCode.ERR_CALL_NOT_A_PART))
                : Optional.empty();
    }

    private static CallType typeOf(Join join) {
        return Objects.requireNonNullElse(join.callType(), CallType.VIDEO);
    }

    private Decision start(Draft draft, Join join, CallType type) {
        draft.start(type);
        return joined(draft, join, type, List.of());
    }

    private Decision joined(Draft draft, Join join, CallType type, List<Member> older) {
        acceptIfRinging(draft, join);
        older.forEach(member -> draft.remove(member, LeaveReason.REPLACED));
        draft.join(newcomer(join, type, draft.now()), join.idlePeriod().orElse(policy.idlePeriod()), join.admission());
        return draft.changed();
    }

    private void acceptIfRinging(Draft draft, Join join) {
        String uid = join.user().uid();
        draft.invitation()
                .filter(call -> call.callee(uid)
                        .filter(callee -> callee.answer() == Answer.RINGING)
                        .isPresent())
                .ifPresent(call -> ringing.accepted(draft, call, uid));
    }

    private List<Member> older(Session session, Join join) {
        return switch (policy.sameUser()) {
            case BOTH_STAY -> List.of();
            case OLDER_LEAVES ->
                session.members().stream()
                        .filter(member -> member.uid().equals(join.user().uid()))
                        .toList();
        };
    }

    /** Whoever may not send something does not, whatever it asks for. */
    private Participant newcomer(Join join, CallType type, Instant now) {
        Set<TrackKind> publishes = join.role().limit(join.publishes());
        return new Participant(
                ids.next(),
                join.user().uid(),
                join.user().name(),
                join.user().avatar(),
                join.role(),
                !publishes.contains(TrackKind.AUDIO) || Objects.requireNonNullElse(join.audioMuted(), false),
                !publishes.contains(TrackKind.CAMERA)
                        || Objects.requireNonNullElse(join.videoPaused(), type == CallType.AUDIO),
                false,
                false,
                now,
                publishes);
    }
}
