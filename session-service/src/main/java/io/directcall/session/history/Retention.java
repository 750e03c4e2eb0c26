package io.directcall.session.history;

import io.directcall.session.store.Transactions;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/** Removes calls that ended longer ago than the installation keeps them. Each replica looks, and skips what another one removes already. */
@ApplicationScoped
class Retention {
    private static final Logger LOG = Logger.getLogger(Retention.class);

    /**
     * Old calls have the lowest ids, so the oldest thousand are all that need to be looked at. Calls that still run are never as many as
     * these.
     */
    private static final String REMOVE = """
            delete from calls where id in (
                select id from (select id, ended_at from calls order by id limit 1000 for update skip locked) oldest
                where ended_at < :before)
            """;

    private final Transactions transactions;
    private final InstantSource clock;
    private final HistoryConfig config;

    Retention(Transactions transactions, InstantSource clock, HistoryConfig config) {
        this.transactions = transactions;
        this.clock = clock;
        this.config = config;
    }

    @Scheduled(
            every = "${directcall.history.sweep-interval:10m}",
            delayed = "${directcall.timers.start-pause:15s}",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> sweep() {
        return config.retention()
                .map(this::sweep)
                .orElseGet(() -> Uni.createFrom().voidItem())
                .onFailure()
                .invoke(failure -> LOG.warnf("Can't remove old calls: %s", failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> sweep(Duration retention) {
        Instant before = clock.instant().minus(retention);
        return Uni.createFrom()
                .deferred(() -> transactions.in(db -> remove(db, before)))
                .repeat()
                .whilst(removed -> removed > 0)
                .collect()
                .with(Collectors.summingInt(removed -> removed))
                .invoke(Retention::log)
                .replaceWithVoid();
    }

    private static Uni<Integer> remove(Mutiny.Session db, Instant before) {
        return db.createNativeQuery(REMOVE).setParameter("before", before).executeUpdate();
    }

    private static void log(int removed) {
        if (removed > 0) {
            LOG.infof("old calls removed=%d", removed);
        }
    }
}
