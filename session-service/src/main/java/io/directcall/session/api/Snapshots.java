package io.directcall.session.api;

import io.directcall.contracts.error.ErrorCode;
import io.directcall.contracts.session.Participant;
import io.directcall.contracts.session.SessionSnapshot;
import io.directcall.contracts.session.SessionState;
import io.directcall.service.error.ApiException;
import io.directcall.session.rules.Life;
import io.directcall.session.rules.Member;
import io.directcall.session.rules.Session;
import java.util.List;

/** Shows sessions as clients see them. */
final class Snapshots {
    private Snapshots() {}

    /** @throws ApiException {@code ERR_CALL_SESSION_NOT_FOUND} when nobody ever joined */
    static SessionSnapshot of(Session session) {
        List<Participant> participants =
                session.members().stream().map(Member::participant).toList();
        return switch (session.life()) {
            case Life.NotStarted ignored -> throw new ApiException(ErrorCode.ERR_CALL_SESSION_NOT_FOUND);
            case Life.Active active ->
                new SessionSnapshot(
                        session.id(),
                        active.type(),
                        SessionState.ACTIVE,
                        session.seq(),
                        active.startedAt(),
                        null,
                        participants);
            case Life.Ended ended ->
                new SessionSnapshot(
                        session.id(),
                        ended.type(),
                        SessionState.ENDED,
                        session.seq(),
                        ended.startedAt(),
                        ended.endedAt(),
                        participants);
        };
    }
}
