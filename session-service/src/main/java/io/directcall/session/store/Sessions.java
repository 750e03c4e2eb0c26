package io.directcall.session.store;

import io.directcall.contracts.error.ErrorCode;
import io.directcall.contracts.session.SessionEvent;
import io.directcall.contracts.topic.Topic;
import io.directcall.outbox.Outbox;
import io.directcall.outbox.OutboxMessage;
import io.directcall.service.error.ApiException;
import io.directcall.session.rules.Decision;
import io.directcall.session.rules.Session;
import io.directcall.session.rules.SessionCommand;
import io.directcall.session.rules.SessionRules;
import io.directcall.session.store.SessionTable.Loaded;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/** All sessions. Carries out commands: load, decide, store and append the events, in one transaction. Call it on a Vert.x context. */
@ApplicationScoped
public class Sessions {
    private static final Logger LOG = Logger.getLogger(Sessions.class);
    /** The row lock leaves the first joins of a session as the only regular conflict, and those need one more attempt. */
    private static final int MORE_ATTEMPTS = 5;

    private final Mutiny.SessionFactory database;
    private final SessionTable table;
    private final SessionRules rules;
    private final Outbox outbox;
    private final List<ChangeListener> listeners;

    Sessions(
            Mutiny.SessionFactory database,
            SessionTable table,
            SessionRules rules,
            Outbox outbox,
            @All List<ChangeListener> listeners) {
        this.database = database;
        this.table = table;
        this.rules = rules;
        this.outbox = outbox;
        this.listeners = listeners;
    }

    /**
     * What a command led to.
     *
     * @param session as it is now
     * @param events what happened; empty when nothing did that others need to know
     */
    public record Outcome(Session session, List<SessionEvent> events) {}

    /**
     * Carries out a command.
     *
     * @return fails with {@link ApiException} when the command is refused, with {@code ERR_CALL_CONFLICT} when others were faster each
     *     time, and with {@code ERR_UNAVAILABLE} when the database is away
     */
    public Uni<Outcome> tell(String sessionId, SessionCommand command) {
        return database.withTransaction(db -> attempt(db, sessionId, command))
                .onFailure(Trouble::isConflict)
                .retry()
                .atMost(MORE_ATTEMPTS)
                .onFailure()
                .transform(Sessions::named)
                .invoke(outcome -> outcome.events().forEach(Sessions::log))
                // A client that hangs up cancels its request: that must not tear apart a transaction that is under way.
                .memoize()
                .indefinitely();
    }

    private Uni<Outcome> attempt(Mutiny.Session db, String sessionId, SessionCommand command) {
        return table.loadForChange(db, sessionId)
                .chain(loaded -> carryOut(db, loaded, rules.decide(loaded.session(), command)));
    }

    private Uni<Outcome> carryOut(Mutiny.Session db, Loaded loaded, Decision decision) {
        return switch (decision) {
            case Decision.Refused refused -> Uni.createFrom().failure(new ApiException(refused.code()));
            case Decision.Unchanged unchanged -> Uni.createFrom().item(new Outcome(unchanged.session(), List.of()));
            case Decision.Changed changed ->
                table.save(db, loaded, changed.after())
                        .chain(() -> outbox.append(db, messages(changed.events())))
                        .chain(() -> tellListeners(db, loaded.session(), changed))
                        .replaceWith(() -> new Outcome(changed.after(), changed.events()));
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
        return database.withTransaction(db -> table.read(db, sessionId))
                .onFailure()
                .transform(Sessions::named);
    }

    /** Ids of sessions with participants who count as lost by now, at most {@code limit}. */
    public Uni<List<String>> withLostParticipants(Instant now, int limit) {
        return database.withSession(db -> table.withLostParticipants(db, now, limit))
                .onFailure()
                .transform(Sessions::named);
    }

    private static Throwable named(Throwable failure) {
        if (Trouble.isConflict(failure)) {
            return new ApiException(ErrorCode.ERR_CALL_CONFLICT);
        }
        if (Trouble.isOutage(failure)) {
            LOG.warnf("The database is away: %s", Trouble.line(failure));
            return new ApiException(ErrorCode.ERR_UNAVAILABLE);
        }
        return failure;
    }

    private static void log(SessionEvent event) {
        String what = event.getClass().getSimpleName();
        switch (event) {
            case SessionEvent.ParticipantJoined joined ->
                LOG.infof(
                        "session=%s participant=%s seq=%d %s",
                        event.sessionId(), joined.participant().participantId(), event.seq(), what);
            case SessionEvent.ParticipantUpdated updated ->
                LOG.debugf(
                        "session=%s participant=%s seq=%d %s",
                        event.sessionId(), updated.participant().participantId(), event.seq(), what);
            case SessionEvent.ParticipantLeft left ->
                LOG.infof(
                        "session=%s participant=%s seq=%d %s reason=%s",
                        event.sessionId(), left.participantId(), event.seq(), what, left.reason());
            case SessionEvent.VideoRequested ignored ->
                LOG.debugf("session=%s seq=%d %s", event.sessionId(), event.seq(), what);
            case SessionEvent.SwitchedToVideo ignored ->
                LOG.infof("session=%s seq=%d %s", event.sessionId(), event.seq(), what);
            case SessionEvent.IdleWarning ignored ->
                LOG.debugf("session=%s seq=%d %s", event.sessionId(), event.seq(), what);
            case SessionEvent.KeptAlive ignored ->
                LOG.debugf("session=%s seq=%d %s", event.sessionId(), event.seq(), what);
            case SessionEvent.SessionStarted ignored ->
                LOG.infof("session=%s seq=%d %s", event.sessionId(), event.seq(), what);
            case SessionEvent.SessionEnded ended ->
                LOG.infof("session=%s seq=%d %s reason=%s", event.sessionId(), event.seq(), what, ended.reason());
        }
    }
}
