package io.directcall.session.revocation;

import io.directcall.contracts.token.Revocation;
import io.directcall.service.revocation.Revocations;
import io.directcall.session.rules.SessionCommand.TokenRevoked;
import io.directcall.session.store.AdmittedTable;
import io.directcall.session.store.AdmittedTable.Admitted;
import io.directcall.session.store.Sessions;
import io.directcall.session.store.Transactions;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Sends home whose call token is revoked. Every replica looks each second for those whom the newest revocations concern; the first one
 * finds them. Each revocation is looked at for some seconds: a join that was under way when it came may commit after the first look.
 */
@ApplicationScoped
class RevokedParticipants {
    private static final Logger LOG = Logger.getLogger(RevokedParticipants.class);
    /** Longer than a join takes, with its further attempts. */
    private static final Duration AGAIN = Duration.ofSeconds(10);

    private static final int REVOCATIONS_AT_ONCE = 500;

    private final Revocations revocations;
    private final Transactions transactions;
    private final AdmittedTable table;
    private final Sessions sessions;
    private final InstantSource clock;
    /** What was heard before needs no more looks. Whatever was revoked while no replica ran is looked at after the start. */
    private volatile Instant lookedAt = Instant.EPOCH;

    RevokedParticipants(
            Revocations revocations,
            Transactions transactions,
            AdmittedTable table,
            Sessions sessions,
            InstantSource clock) {
        this.revocations = revocations;
        this.transactions = transactions;
        this.table = table;
        this.sessions = sessions;
        this.clock = clock;
    }

    @Scheduled(
            every = "1s",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> look() {
        Instant now = clock.instant();
        return Multi.createFrom()
                .iterable(revocations.heardSince(lookedAt.minus(AGAIN)))
                .group()
                .intoLists()
                .of(REVOCATIONS_AT_ONCE)
                .onItem()
                .transformToUniAndConcatenate(this::removeConcerned)
                .collect()
                .last()
                .invoke(() -> lookedAt = now)
                .onFailure()
                .invoke(failure -> LOG.warnf("Can't remove whose tokens are revoked: %s", failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> removeConcerned(List<Revocation> some) {
        var concerned = Concerned.by(some);
        return transactions
                .in(db -> table.find(db, concerned.uids(), concerned.tokenIds()))
                .onItem()
                .transformToMulti(Multi.createFrom()::iterable)
                .filter(admitted -> revocations.isRevoked(admitted.token()))
                .onItem()
                .transformToUni(this::remove)
                .collectFailures()
                .concatenate()
                .collect()
                .last();
    }

    private Uni<Void> remove(Admitted admitted) {
        var revoked =
                new TokenRevoked(admitted.participantId(), admitted.token().tokenId());
        return sessions.tell(admitted.token().sessionId(), revoked).replaceWithVoid();
    }
}
