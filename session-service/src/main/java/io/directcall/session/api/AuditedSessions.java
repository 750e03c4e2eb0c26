package io.directcall.session.api;

import io.directcall.contracts.audit.AuditActor;
import io.directcall.contracts.audit.AuditEvent;
import io.directcall.contracts.session.EndReason;
import io.directcall.contracts.session.LeaveReason;
import io.directcall.contracts.session.SessionEvent;
import io.directcall.contracts.session.SessionEvent.ParticipantLeft;
import io.directcall.contracts.session.SessionEvent.SessionEnded;
import io.directcall.outbox.Outbox;
import io.directcall.outbox.OutboxMessage;
import io.directcall.service.security.Caller;
import io.directcall.session.rules.SessionCommand;
import io.directcall.session.store.Sessions;
import io.directcall.session.store.Sessions.Outcome;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** Carries out what the caller of the request at hand wants. What it did to others is written down for the audit. */
@ApplicationScoped
class AuditedSessions {
    private final Sessions sessions;
    private final Outbox outbox;
    private final Caller caller;

    AuditedSessions(Sessions sessions, Outbox outbox, Caller caller) {
        this.sessions = sessions;
        this.outbox = outbox;
        this.caller = caller;
    }

    /** As {@link Sessions#tell(Mutiny.Session, String, SessionCommand)}. */
    Uni<Outcome> tell(Mutiny.Session db, String sessionId, SessionCommand command) {
        AuditActor by = caller.actor();
        return sessions.tell(db, sessionId, command)
                .map(outcome -> outcome.with(audit(outcome.events(), by)))
                .call(outcome -> outbox.append(
                        db, outcome.audit().stream().map(OutboxMessage::audit).toList()));
    }

    private static List<AuditEvent> audit(List<SessionEvent> events, AuditActor by) {
        return events.stream()
                .map(event -> audit(event, by))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<AuditEvent> audit(SessionEvent event, AuditActor by) {
        return switch (event) {
            case ParticipantLeft left
            when left.reason() == LeaveReason.KICKED ->
                Optional.of(new AuditEvent.ParticipantKicked(
                        left.at(), by, left.sessionId(), left.participantId(), left.uid()));
            case SessionEnded ended
            when ended.reason() == EndReason.ENDED_FOR_ALL ->
                Optional.of(new AuditEvent.SessionEndedForAll(ended.at(), by, ended.sessionId()));
            default -> Optional.empty();
        };
    }
}
