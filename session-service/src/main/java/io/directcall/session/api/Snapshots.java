package io.directcall.session.api;

import io.directcall.contracts.error.ErrorCode;
import io.directcall.contracts.session.CallType;
import io.directcall.contracts.session.EndReason;
import io.directcall.contracts.session.Participant;
import io.directcall.contracts.session.SessionSnapshot;
import io.directcall.contracts.session.SessionState;
import io.directcall.service.error.ApiException;
import io.directcall.session.rules.Life;
import io.directcall.session.rules.Member;
import io.directcall.session.rules.Session;
import java.time.Instant;
import java.util.List;

/** Shows sessions as clients see them. */
final class Snapshots {
    private Snapshots() {}

    /** @throws ApiException {@code ERR_CALL_SESSION_NOT_FOUND} when nobody ever joined */
    static SessionSnapshot of(Session session) {
        return switch (session.life()) {
            case Life.NotStarted ignored -> throw new ApiException(ErrorCode.ERR_CALL_SESSION_NOT_FOUND);
            case Life.Ringing ringing -> snapshot(session, ringing.type(), SessionState.RINGING, null, null, null);
            case Life.Waiting waiting -> snapshot(session, waiting.type(), SessionState.WAITING, null, null, null);
            case Life.Active active ->
                snapshot(session, active.type(), SessionState.ACTIVE, active.startedAt(), null, null);
            case Life.Ended ended ->
                snapshot(
                        session,
                        ended.type(),
                        SessionState.ENDED,
                        ended.startedAt().orElse(null),
                        ended.endedAt(),
                        ended.reason());
        };
    }

    private static SessionSnapshot snapshot(
            Session session,
            CallType type,
            SessionState state,
            Instant startedAt,
            Instant endedAt,
            EndReason endReason) {
        List<Participant> participants =
                session.members().stream().map(Member::participant).toList();
        return new SessionSnapshot(
                session.id(), type, state, session.seq(), startedAt, endedAt, endReason, participants);
    }
}
