package io.directcall.session.rules;

import io.directcall.contracts.user.ReceiverType;
import io.directcall.contracts.user.User;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who calls whom. Immutable; it stays with the session for good.
 *
 * @param caller who placed the call
 * @param receiver uid or guid of who is called
 * @param receiverType what {@code receiver} names
 * @param metadata what the caller sends along
 * @param placedAt when it was placed
 * @param ringsUntil until when it rings for those who do not answer
 * @param callees all who are called, in the order of the group
 */
public record Invitation(
        User caller,
        String receiver,
        ReceiverType receiverType,
        Map<String, Object> metadata,
        Instant placedAt,
        Instant ringsUntil,
        List<Callee> callees) {
    public Invitation {
        callees = List.copyOf(callees);
    }

    /** One who is called. */
    public record Callee(String uid, Answer answer) {
        Callee with(Answer changed) {
            return new Callee(uid, changed);
        }
    }

    /** What one who is called has said so far. */
    public enum Answer {
        RINGING,
        ACCEPTED,
        REJECTED,
        /** In another call. */
        BUSY,
        /** It does not ring any more, and there was no answer. */
        MISSED
    }

    Optional<Callee> callee(String uid) {
        return callees.stream().filter(callee -> callee.uid().equals(uid)).findFirst();
    }

    /** Those who have given this answer. */
    public List<String> who(Answer answer) {
        return callees.stream()
                .filter(callee -> callee.answer() == answer)
                .map(Callee::uid)
                .toList();
    }

    boolean isParty(String uid) {
        return isCaller(uid) || callee(uid).isPresent();
    }

    boolean isCaller(String uid) {
        return caller.uid().equals(uid);
    }

    Invitation answered(String uid, Answer answer) {
        return with(callees.stream()
                .map(callee -> callee.uid().equals(uid) ? callee.with(answer) : callee)
                .toList());
    }

    /** Nobody's phone rings any more. */
    Invitation silenced() {
        return with(callees.stream()
                .map(callee -> callee.answer() == Answer.RINGING ? callee.with(Answer.MISSED) : callee)
                .toList());
    }

    private Invitation with(List<Callee> changed) {
        return new Invitation(caller, receiver, receiverType, metadata, placedAt, ringsUntil, changed);
    }

    Optional<Instant> dueAt() {
        return who(Answer.RINGING).isEmpty() ? Optional.empty() : Optional.of(ringsUntil);
    }
}
