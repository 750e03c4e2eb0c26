package io.directcall.session.rules;

import io.directcall.contracts.error.ErrorCode;
import io.directcall.contracts.session.EndReason;
import io.directcall.session.rules.Decision.Refused;
import io.directcall.session.rules.SessionCommand.EndForAll;
import io.directcall.session.rules.SessionCommand.InCallRequest;
import io.directcall.session.rules.SessionCommand.Join;
import io.directcall.session.rules.SessionCommand.Observation;
import io.directcall.session.rules.SessionCommand.RingingRequest;
import java.time.Instant;
import java.time.InstantSource;

/** Decides what comes of a command, in each state of a session. Thread-safe: it holds no session. */
public final class SessionRules {
    private final InstantSource clock;
    private final Policy policy;
    private final Ringing ringing;
    private final Joining joining;
    private final InCall inCall;
    private final Observations observations;

    public SessionRules(InstantSource clock, ParticipantIds ids, Policy policy) {
        this.clock = clock;
        this.policy = policy;
        this.ringing = new Ringing(policy);
        this.joining = new Joining(policy, ids, ringing);
        this.inCall = new InCall(policy);
        this.observations = new Observations(policy);
    }

    /** Never changes its arguments. */
    public Decision decide(Session session, SessionCommand command) {
        Instant now = clock.instant();
        return switch (command) {
            case RingingRequest request -> ringing.decide(session, request, now);
            case Join join -> joining.decide(session, join, now);
            case InCallRequest request -> inCall(session, request, now);
            case Observation observation -> observations.decide(session, observation, now);
        };
    }

    private Decision inCall(Session session, InCallRequest request, Instant now) {
        return switch (session.life()) {
            case Life.Active active -> inCall.decide(session, active, request, now);
            case Life.NotStarted ignored -> new Refused(ErrorCode.ERR_CALL_SESSION_NOT_FOUND);
            case Life.Ringing ignored -> beforeTheStart(session, request, EndReason.CANCELLED, now);
            case Life.Waiting ignored -> beforeTheStart(session, request, EndReason.ENDED_FOR_ALL, now);
            case Life.Ended ignored -> new Refused(ErrorCode.ERR_CALL_TERMINATED);
        };
    }

    private Decision beforeTheStart(Session session, InCallRequest request, EndReason reason, Instant now) {
        if (request instanceof EndForAll end && end.by().moderates()) {
            var draft = new Draft(session, policy, now);
            draft.end(reason, null);
            return draft.changed();
        }
        return new Refused(ErrorCode.ERR_CALL_NOT_STARTED);
    }
}
