package io.directcall.session.rules;

import io.directcall.contracts.session.CallType;
import io.directcall.contracts.user.RingingCall;
import java.util.Optional;

/** Shows a call that was placed by ringing as its parties see it. */
public final class RingingCalls {
    private RingingCalls() {}

    /** Empty for a session that was not placed by ringing. */
    public static Optional<RingingCall> of(Session session) {
        return session.invitation().flatMap(call -> of(session, call));
    }

    private static Optional<RingingCall> of(Session session, Invitation call) {
        return typeOf(session.life())
                .map(type -> new RingingCall(
                        session.id(),
                        type,
                        session.life().callStatus().orElseThrow(),
                        call.caller(),
                        call.receiver(),
                        call.receiverType(),
                        call.placedAt(),
                        call.ringsUntil(),
                        call.metadata()));
    }

    private static Optional<CallType> typeOf(Life life) {
        return switch (life) {
            case Life.NotStarted ignored -> Optional.empty();
            case Life.Ringing ringing -> Optional.of(ringing.type());
            case Life.Waiting waiting -> Optional.of(waiting.type());
            case Life.Active active -> Optional.of(active.type());
            case Life.Ended ended -> Optional.of(ended.type());
        };
    }
}
