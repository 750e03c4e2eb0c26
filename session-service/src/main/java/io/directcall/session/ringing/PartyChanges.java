package io.directcall.session.ringing;

import io.directcall.contracts.session.SessionEvent.ParticipantLeft;
import io.directcall.contracts.user.ReceiverType;
import io.directcall.session.rules.Decision.Changed;
import io.directcall.session.rules.Invitation;
import io.directcall.session.rules.Invitation.Answer;
import io.directcall.session.rules.Invitation.Callee;
import io.directcall.session.rules.Life;
import io.directcall.session.rules.Session;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a change of a session means for its parties.
 *
 * @param over nobody is a party any more
 * @param put who is a party now, and as what
 * @param gone who is none any more
 */
record PartyChanges(boolean over, Map<String, Kind> put, Set<String> gone) {
    /** As what somebody is a party. */
    enum Kind {
        CALLER,
        RINGING,
        ACCEPTED
    }

    private static final PartyChanges NONE = new PartyChanges(false, Map.of(), Set.of());

    static PartyChanges of(Session before, Changed change) {
        Optional<Invitation> call = change.after().invitation();
        if (call.isEmpty()) {
            return NONE;
        }
        if (change.after().life() instanceof Life.Ended) {
            return new PartyChanges(true, Map.of(), Set.of());
        }
        var put = new LinkedHashMap<String, Kind>();
        var gone = new HashSet<>(whoLeft(change));
        if (before.invitation().isEmpty()) {
            put.put(call.get().caller().uid(), Kind.CALLER);
        }
        for (Callee callee : newAnswers(before, call.get())) {
            kindOf(callee.answer(), call.get())
                    .ifPresentOrElse(kind -> put.put(callee.uid(), kind), () -> gone.add(callee.uid()));
        }
        return new PartyChanges(false, put, gone);
    }

    /** Whoever leaves is free, though the call goes on without it. */
    private static List<String> whoLeft(Changed change) {
        return change.events().stream()
                .filter(ParticipantLeft.class::isInstance)
                .map(ParticipantLeft.class::cast)
                .map(ParticipantLeft::uid)
                .filter(uid -> change.after().members().stream()
                        .noneMatch(member -> member.participant().uid().equals(uid)))
                .toList();
    }

    private static List<Callee> newAnswers(Session before, Invitation call) {
        List<Callee> known = before.invitation().map(Invitation::callees).orElse(List.of());
        return call.callees().stream().filter(callee -> !known.contains(callee)).toList();
    }

    /** Nobody looks for the members of a group for whom it rings, so there is no row for each of them. */
    private static Optional<Kind> kindOf(Answer answer, Invitation call) {
        return switch (answer) {
            case ACCEPTED -> Optional.of(Kind.ACCEPTED);
            case RINGING -> call.receiverType() == ReceiverType.USER ? Optional.of(Kind.RINGING) : Optional.empty();
            case REJECTED, BUSY, MISSED -> Optional.empty();
        };
    }
}
