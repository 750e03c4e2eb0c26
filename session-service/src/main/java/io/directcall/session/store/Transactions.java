package io.directcall.session.store;

import io.directcall.contracts.error.ErrorCode;
import io.directcall.service.error.ApiException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/** Runs work in a transaction, again when another one was faster. Call it on a Vert.x context. */
@ApplicationScoped
public class Transactions {
    private static final Logger LOG = Logger.getLogger(Transactions.class);
    /** Row locks leave the first joins of a session as the only regular conflict, and those need one more attempt. */
    private static final int MORE_ATTEMPTS = 5;

    private final Mutiny.SessionFactory database;

    Transactions(Mutiny.SessionFactory database) {
        this.database = database;
    }

    /**
     * All of it or nothing.
     *
     * @param work one attempt; it may be called several times, but only one of them is committed
     * @return fails as the work does, with {@code ERR_CALL_CONFLICT} when others were faster each time, and with {@code ERR_UNAVAILABLE}
     *     when the database is away
     */
    public <T> Uni<T> in(Function<Mutiny.Session, Uni<T>> work) {
        return database.withTransaction(work)
                .onFailure(Trouble::isConflict)
                .retry()
                .atMost(MORE_ATTEMPTS)
                .onFailure()
                .transform(Transactions::named)
                // A client that hangs up cancels its request: that must not tear apart a transaction that is under way.
                .memoize()
                .indefinitely();
    }

    static Throwable named(Throwable failure) {
        if (Trouble.ofTheWork(failure) instanceof ApiException refused) {
            return refused;
        }
        if (Trouble.isConflict(failure)) {
            return new ApiException(ErrorCode.ERR_CALL_CONFLICT);
        }
        if (Trouble.isOutage(failure)) {
            LOG.warnf("The database is away: %s", Trouble.line(failure));
            return new ApiException(ErrorCode.ERR_UNAVAILABLE);
        }
        return failure;
    }
}
