package io.directcall.session.store;

import io.directcall.contracts.audit.AuditEvent;
import io.directcall.contracts.session.SessionEvent;
import io.directcall.contracts.topic.Topic;
import io.directcall.outbox.Outbox;
import io.directcall.outbox.OutboxMessage;
import io.directcall.service.error.ApiException;
import io.directcall.session.rules.Decision;
import io.directcall.session.rules.Notice;
import io.directcall.session.rules.Session;
import io.directcall.session.rules.SessionCommand;
import io.directcall.session.rules.SessionRules;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** All sessions. Carries out commands: load, decide, store and append the events, in one transaction. Call it on a Vert.x context. */
@ApplicationScoped
public class Sessions {
    private final Transactions transactions;
    private final SessionTable table;
    private final SessionRules rules;
    private final Outbox outbox;
    private final UserEvents userEvents;
    private final List<ChangeListener> listeners;

    Sessions(
            Transactions transactions,
            SessionTable table,
            SessionRules rules,
            Outbox outbox,
            UserEvents userEvents,
            @All List<ChangeListener> listeners) {
        this.transactions = transactions;
        this.table = table;
        this.rules = rules;
        this.outbox = outbox;
        this.userEvents = userEvents;
        this.listeners = listeners;
    }

    /**
     * What a command led to.
     *
     * @param session as it is now
     * @param events what happened; empty when nothing did that others need to know
     * @param notices what users are told about a call that was placed by ringing
     * @param audit what somebody did to others
     */
    public record Outcome(Session session, List<SessionEvent> events, List<Notice> notices, List<AuditEvent> audit) {
        private Outcome(Session session, List<SessionEvent> events, List<Notice> notices) {
            this(session, events, notices, List.of());
        }

        /** The same with who did it. */
        public Outcome with(List<AuditEvent> written) {
            return new Outcome(session, events, notices, written);
        }
    }

    /**
     * Carries out a command.
     *
     * @return fails with {@link ApiException} when the command is refused, with {@code ERR_CALL_CONFLICT} when others were faster each
     *     time, and with {@code ERR_UNAVAILABLE} when the database is away
     */
    public Uni<Outcome> tell(String sessionId, SessionCommand command) {
        return transactions.in(db -> tell(db, sessionId, command)).invoke(SessionLog::write);
    }

    /** The same as a part of the caller's transaction. The caller calls {@link SessionLog#write} after the commit. */
    public Uni<Outcome> tell(Mutiny.Session db, String sessionId, SessionCommand command) {
        return table.loadForChange(db, sessionId)
                .chain(loaded -> carryOut(db, loaded, rules.decide(loaded.session(), command)));
    }

    private Uni<Outcome> carryOut(Mutiny.Session db, SessionTable.Loaded loaded, Decision decision) {
        return switch (decision) {
            case Decision.Refused refused ->
                Uni.createFrom().failure(new ApiException(refused.code(), refused.message()));
            case Decision.Unchanged unchanged ->
                Uni.createFrom().item(new Outcome(unchanged.session(), List.of(), List.of()));
            case Decision.Changed changed ->
                table.save(db, loaded, changed.after())
                        .chain(() -> outbox.append(db, messages(changed.events())))
                        .chain(() -> userEvents.append(db, changed.notices()))
                        .chain(() -> tellListeners(db, loaded.session(), changed))
                        .replaceWith(() -> new Outcome(changed.after(), changed.events(), changed.notices()));
        };
    }

    private Uni<Void> tellListeners(Mutiny.Session db, Session before, Decision.Changed change) {
        Uni<Void> told = Uni.createFrom().voidItem();
        for (ChangeListener listener : listeners) {
            told = told.chain(() -> listener.changed(db, before, change));
        }
        return told;
    }

    private static List<OutboxMessage> messages(List<SessionEvent> events) {
        return events.stream()
                .map(event -> new OutboxMessage(Topic.SESSION_EVENTS, event.sessionId(), event))
                .toList();
    }

    /**
     * A session as it is now.
     *
     * @return fails with {@code ERR_UNAVAILABLE} when the database is away
     */
    public Uni<Session> read(String sessionId) {
        return transactions.in(db -> table.read(db, sessionId));
    }

    /** Ids of sessions where something is due by now, those that wait longest first, at most {@code limit}. */
    public Uni<List<String>> due(Instant now, int limit) {
        return transactions.in(db -> table.due(db, now, limit));
    }
}
