package io.directcall.session.presence;

import io.directcall.session.SessionConfig;
import io.directcall.session.presence.ReplicaLeases.Lease;
import io.directcall.session.presence.ReplicaTable.OrphanedStream;
import io.directcall.session.store.Sessions;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Looks for replicas of events-service that were killed and says of their streams that they are closed, as the replicas cannot. Every
 * replica of this service looks; what two of them say does no harm, as the second one closes a stream that is closed already.
 */
@ApplicationScoped
public class DeadReplicas {
    private static final Logger LOG = Logger.getLogger(DeadReplicas.class);
    /** What one look takes on. The rest comes with the next. */
    private static final int STREAMS_AT_ONCE = 500;

    private final ReplicaTable table;
    private final Sessions sessions;
    private final ReplicaLeases leases;
    private final Hearing hearing;
    private final ReadPresence read;

    DeadReplicas(ReplicaTable table, Sessions sessions, InstantSource clock, SessionConfig config, ReadPresence read) {
        this.table = table;
        this.sessions = sessions;
        this.read = read;
        this.leases = new ReplicaLeases(clock, config.presence().replicaLease());
        this.hearing = new Hearing(clock, config.presence().replicaLease());
    }

    @Scheduled(
            every = "${directcall.timers.sweep-interval:1s}",
            delayed = "5s",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> sweep() {
        return table.leases()
                .invoke(hearing::looked)
                .map(leases::over)
                .chain(this::bury)
                .onFailure()
                .invoke(failure -> LOG.warnf("Streams of dead replicas stay for now: %s", failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }

    /** Until when it is known who opened a stream. The distant past while replicas are silent, and for a time after that. */
    public Uni<Instant> streamsKnownUntil() {
        return hearing.isComplete()
                ? read.knownUntil().map(until -> until.orElse(Instant.MAX))
                : Uni.createFrom().item(Instant.MIN);
    }

    private Uni<Void> bury(List<Lease> dead) {
        return Multi.createFrom()
                .iterable(dead)
                .onItem()
                .transformToUniAndConcatenate(this::bury)
                .collect()
                .last();
    }

    /** A replica is forgotten when all its streams are closed, and not before: else nobody would look at the rest. */
    private Uni<Void> bury(Lease dead) {
        return table.streamsOf(dead.replicaId(), STREAMS_AT_ONCE)
                .invoke(streams -> LOG.infof(
                        "replica=%s of events-service is silent since %s: %d streams are closed",
                        dead.replicaId(), dead.lastSeen(), streams.size()))
                .call(this::close)
                .chain(streams -> streams.size() < STREAMS_AT_ONCE
                        ? table.remove(dead)
                        : Uni.createFrom().voidItem());
    }

    /** One that fails must not keep the others open; it fails the whole in the end. */
    private Uni<Void> close(List<OrphanedStream> streams) {
        return Multi.createFrom()
                .iterable(streams)
                .onItem()
                .transformToUni(stream -> sessions.tell(stream.sessionId(), stream.closed()))
                .collectFailures()
                .concatenate()
                .collect()
                .last()
                .replaceWithVoid();
    }
}
