package io.directcall.token.revocation;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Forgets revocations that nobody needs any more, so that the services need not hold them for ever. */
@ApplicationScoped
class RevocationCare {
    private static final Logger LOG = Logger.getLogger(RevocationCare.class);

    private final RevocationTable table;

    RevocationCare(RevocationTable table) {
        this.table = table;
    }

    @Scheduled(
            every = "60s",
            delayed = "10s",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> look() {
        return table.forgetOver()
                .onFailure()
                .invoke(away -> LOG.warnf("revocations are looked at again in 60 s: %s", away.getMessage()))
                .onFailure()
                .recoverWithNull();
    }
}
