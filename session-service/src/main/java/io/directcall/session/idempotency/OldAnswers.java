package io.directcall.session.idempotency;

import io.directcall.session.store.Transactions;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import org.jboss.logging.Logger;

/** Forgets answers that nobody may ask for any more. Every replica does; none waits for another. */
@ApplicationScoped
class OldAnswers {
    private static final Logger LOG = Logger.getLogger(OldAnswers.class);
    /** Small enough for a transaction of milliseconds. */
    private static final int BATCH = 1000;

    private final Transactions transactions;
    private final IdempotencyTable table;
    private final InstantSource clock;

    OldAnswers(Transactions transactions, IdempotencyTable table, InstantSource clock) {
        this.transactions = transactions;
        this.table = table;
        this.clock = clock;
    }

    @Scheduled(
            every = "60s",
            delayed = "40s",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> sweep() {
        Instant oldest = clock.instant().minus(Once.MEMORY);
        return sweep(oldest)
                .onFailure()
                .invoke(failure -> LOG.warnf("Can't forget old answers: %s", failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }

    /** Goes on while there are full batches: at most a batch for each thousand requests of a minute of yesterday. */
    private Uni<Void> sweep(Instant oldest) {
        return transactions
                .in(db -> table.sweep(db, oldest, BATCH))
                .chain(gone -> gone < BATCH ? Uni.createFrom().voidItem() : sweep(oldest));
    }
}
