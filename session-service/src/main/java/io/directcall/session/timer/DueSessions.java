package io.directcall.session.timer;

import io.directcall.session.presence.DeadReplicas;
import io.directcall.session.rules.SessionCommand.TimePassed;
import io.directcall.session.store.Sessions;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Looks for sessions where something is due and tells them that time has passed. The times are in the sessions' rows, so they survive
 * restarts. Every replica looks; the first one finds them and the others nothing, as the decision is made anew under the session's lock.
 */
@ApplicationScoped
class DueSessions {
    private static final Logger LOG = Logger.getLogger(DueSessions.class);
    /** What one look takes on. The rest comes with the next. */
    private static final int SESSIONS_AT_ONCE = 200;

    private final Sessions sessions;
    private final InstantSource clock;
    private final DeadReplicas replicas;

    DueSessions(Sessions sessions, InstantSource clock, DeadReplicas replicas) {
        this.sessions = sessions;
        this.replicas = replicas;
        this.clock = clock;
    }

    @Scheduled(
            every = "${directcall.timers.sweep-interval:1s}",
            delayed = "${directcall.timers.start-pause:15s}",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> sweep() {
        return replicas.streamsKnownUntil()
                .chain(known ->
                        sessions.due(clock.instant(), SESSIONS_AT_ONCE).chain(ids -> tell(ids, new TimePassed(known))))
                .onFailure()
                .invoke(failure -> LOG.warnf("Can't look for what is due: %s", failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> tell(List<String> sessionIds, TimePassed time) {
        return Multi.createFrom()
                .iterable(sessionIds)
                .onItem()
                .transformToUniAndConcatenate(id -> tell(id, time))
                .collect()
                .last();
    }

    private Uni<Void> tell(String sessionId, TimePassed time) {
        return sessions.tell(sessionId, time)
                .replaceWithVoid()
                .onFailure()
                .invoke(failure -> LOG.warnf("session=%s is looked at again: %s", sessionId, failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }
}
