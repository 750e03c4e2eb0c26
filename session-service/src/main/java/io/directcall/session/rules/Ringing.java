package io.directcall.session.rules;

import static io.directcall.session.rules.SessionCommand.Accept;
import static io.directcall.session.rules.SessionCommand.Cancel;
import static io.directcall.session.rules.SessionCommand.EndCall;
import static io.directcall.session.rules.SessionCommand.Place;
import static io.directcall.session.rules.SessionCommand.Reject;

import io.directcall.contracts.error.ErrorCode;
import io.directcall.contracts.session.EndReason;
import io.directcall.contracts.user.ReceiverType;
import io.directcall.contracts.user.RejectReason;
import io.directcall.session.rules.Decision.Refused;
import io.directcall.session.rules.Invitation.Answer;
import io.directcall.session.rules.Invitation.Callee;
import java.time.Instant;
import java.util.Optional;

/** Placing, accepting, rejecting, cancelling and ending a call that rings. */
final class Ringing {
    private final Policy policy;

    Ringing(Policy policy) {
        this.policy = policy;
    }

    Decision decide(Session session, SessionCommand.RingingRequest request, Instant now) {
        if (request instanceof Place place) {
            return place(session, place, now);
        }
        if (session.invitation().isEmpty()) {
            return new Refused(ErrorCode.ERR_CALL_SESSION_NOT_FOUND);
        }
        Invitation call = session.invitation().get();
        var draft = new Draft(session, policy, now);
        return switch (request) {
            case Place ignored -> throw new IllegalStateException("handled above");
            case Accept accept -> accept(draft, call, accept);
            case Reject reject -> reject(draft, call, reject);
            case Cancel cancel -> cancel(draft, call, cancel.by());
            case EndCall end -> end(draft, call, end.by());
        };
    }

    /** A call that finds all busy is over at once: it stays in the history, where those who missed it see it. */
    private Decision place(Session session, Place place, Instant now) {
        if (!(session.life() instanceof Life.NotStarted)) {
            return new Refused(ErrorCode.ERR_CALL_CONFLICT);
        }
        if (place.callerBusy()) {
            return new Refused(ErrorCode.ERR_CALL_BUSY_SELF);
        }
        var callees = place.callees().stream()
                .map(uid -> new Callee(uid, place.busy().contains(uid) ? Answer.BUSY : Answer.RINGING))
                .toList();
        var call = new Invitation(
                place.caller(),
                place.receiver(),
                place.receiverType(),
                place.metadata(),
                now,
                now.plus(place.ringing()),
                callees);
        var draft = new Draft(session, policy, now);
        draft.become(new Life.Ringing(place.type()));
        draft.invite(call);
        call.who(Answer.RINGING).forEach(uid -> draft.notify(uid, new Notice.Incoming()));
        if (call.who(Answer.RINGING).isEmpty()) {
            draft.end(EndReason.BUSY, null);
        }
        return draft.changed();
    }

    private Decision accept(Draft draft, Invitation call, Accept accept) {
        Optional<Refused> refusal = refusal(draft.life(), call, accept.uid());
        if (refusal.isPresent()) {
            return refusal.get();
        }
        if (accept.busy()) {
            return new Refused(ErrorCode.ERR_CALL_BUSY_SELF);
        }
        accepted(draft, call, accept.uid());
        return draft.changed();
    }

    /** Also for one who simply joins while it rings. */
    void accepted(Draft draft, Invitation call, String uid) {
        draft.invite(call.answered(uid, Answer.ACCEPTED));
        draft.notify(call.caller().uid(), new Notice.Accepted(uid));
        draft.notify(uid, new Notice.Accepted(uid));
        if (draft.life() instanceof Life.Ringing ringing) {
            draft.become(new Life.Waiting(ringing.type(), draft.now().plus(policy.waiting())));
        }
    }

    private static Decision reject(Draft draft, Invitation call, Reject reject) {
        Optional<Refused> refusal = refusal(draft.life(), call, reject.uid());
        if (refusal.isPresent()) {
            return refusal.get();
        }
        Answer answer = reject.reason() == RejectReason.BUSY ? Answer.BUSY : Answer.REJECTED;
        Invitation after = call.answered(reject.uid(), answer);
        draft.invite(after);
        var rejected = new Notice.Rejected(reject.uid(), reject.reason());
        draft.notify(call.caller().uid(), rejected);
        draft.notify(reject.uid(), rejected);
        if (draft.life() instanceof Life.Ringing && after.who(Answer.RINGING).isEmpty()) {
            draft.end(after.who(Answer.REJECTED).isEmpty() ? EndReason.BUSY : EndReason.REJECTED, reject.uid());
        }
        return draft.changed();
    }

    private static Optional<Refused> refusal(Life life, Invitation call, String uid) {
        Optional<Callee> callee = call.callee(uid);
        if (callee.isEmpty()) {
            return Optional.of(new Refused(ErrorCode.ERR_CALL_NOT_A_PART));
        }
        if (life instanceof Life.Ended) {
            return Optional.of(new Refused(ErrorCode.ERR_CALL_TERMINATED));
        }
        return callee.get().answer() == Answer.RINGING
                ? Optional.empty()
                : Optional.of(new Refused(ErrorCode.ERR_CALL_NOT_RINGING));
    }

    /** Once somebody has accepted there is a call to end, and nothing to cancel. */
    private static Decision cancel(Draft draft, Invitation call, Party by) {
        if (!mayCancel(call, by)) {
            return new Refused(ErrorCode.ERR_CALL_NOT_A_PART);
        }
        return switch (draft.life()) {
            case Life.Ringing ignored -> ended(draft, EndReason.CANCELLED, by);
            case Life.Ended ignored -> new Refused(ErrorCode.ERR_CALL_TERMINATED);
            case Life.NotStarted ignored -> new Refused(ErrorCode.ERR_CALL_SESSION_NOT_FOUND);
            case Life.Waiting ignored -> new Refused(ErrorCode.ERR_CALL_NOT_RINGING);
            case Life.Active ignored -> new Refused(ErrorCode.ERR_CALL_NOT_RINGING);
        };
    }

    private static Decision end(Draft draft, Invitation call, Party by) {
        if (!mayEnd(call, by)) {
            return new Refused(ErrorCode.ERR_CALL_NOT_A_PART);
        }
        return switch (draft.life()) {
            case Life.Ringing ignored -> new Refused(ErrorCode.ERR_CALL_NOT_STARTED);
            case Life.Ended ignored -> new Refused(ErrorCode.ERR_CALL_TERMINATED);
            case Life.NotStarted ignored -> new Refused(ErrorCode.ERR_CALL_SESSION_NOT_FOUND);
            case Life.Waiting ignored -> ended(draft, EndReason.ENDED_FOR_ALL, by);
            case Life.Active ignored -> ended(draft, EndReason.ENDED_FOR_ALL, by);
        };
    }

    private static Decision ended(Draft draft, EndReason reason, Party by) {
        draft.end(reason, by instanceof Party.User user ? user.uid() : null);
        return draft.changed();
    }

    private static boolean mayCancel(Invitation call, Party by) {
        return switch (by) {
            case Party.Server ignored -> true;
            case Party.User user -> call.isCaller(user.uid());
        };
    }

    /** Of two, either; in a group, who called. */
    private static boolean mayEnd(Invitation call, Party by) {
        return switch (by) {
            case Party.Server ignored -> true;
            case Party.User user ->
                call.receiverType() == ReceiverType.USER ? call.isParty(user.uid()) : call.isCaller(user.uid());
        };
    }
}
