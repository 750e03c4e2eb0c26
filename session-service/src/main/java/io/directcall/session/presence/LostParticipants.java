package io.directcall.session.presence;

import io.directcall.session.rules.SessionCommand.RemoveLost;
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
 * Looks for participants who count as lost and lets them leave. The time is in the participant's row, so it survives restarts. Every
 * replica looks; the first one finds them and the others nothing, as the decision is made anew under the session's lock.
 */
@ApplicationScoped
class LostParticipants {
    private static final Logger LOG = Logger.getLogger(LostParticipants.class);
    /** What one look takes on. The rest comes with the next. */
    private static final int SESSIONS_AT_ONCE = 200;

    private final Sessions sessions;
    private final InstantSource clock;

    LostParticipants(Sessions sessions, InstantSource clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    @Scheduled(
            every = "${directcall.presence.sweep-interval:1s}",
            delayed = "${directcall.presence.start-pause:15s}",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> sweep() {
        return sessions.withLostParticipants(clock.instant(), SESSIONS_AT_ONCE)
                .chain(this::removeLost)
                .onFailure()
                .invoke(failure -> LOG.warnf("Can't look for lost participants: %s", failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> removeLost(List<String> sessionIds) {
        return Multi.createFrom()
                .iterable(sessionIds)
                .onItem()
                .transformToUniAndConcatenate(this::removeLost)
                .collect()
                .last();
    }

    private Uni<Void> removeLost(String sessionId) {
        return sessions.tell(sessionId, new RemoveLost())
                .replaceWithVoid()
                .onFailure()
                .invoke(failure -> LOG.warnf("session=%s lost participants stay: %s", sessionId, failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }
}
