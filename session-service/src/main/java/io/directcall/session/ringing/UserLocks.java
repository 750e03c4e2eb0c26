package io.directcall.session.ringing;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collections;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Lets one transaction at a time decide about what keeps a user busy, in all replicas. A lock is a number made from the uid: two users who
 * share one by chance wait for each other, which harms nothing. Locks are taken in the order of their numbers and before any row of the
 * transaction, so that nobody waits in a circle; the end of the transaction returns them.
 */
@ApplicationScoped
class UserLocks {
    /** Any number that no other user of advisory locks in this database takes; the outbox has another. */
    private static final int LOCK_SPACE = 0x0D1D;

    Uni<Void> take(Mutiny.Session db, List<String> uids) {
        List<Integer> locks =
                uids.stream().map(String::hashCode).distinct().sorted().toList();
        String sql = "select count(pg_advisory_xact_lock(" + LOCK_SPACE + ", lock)) from (values "
                + String.join(", ", Collections.nCopies(locks.size(), "(cast(? as int))")) + ") as wanted (lock)";
        var query = db.createNativeQuery(sql, Long.class);
        for (int i = 0; i < locks.size(); i++) {
            query.setParameter(i + 1, locks.get(i));
        }
        return query.getSingleResult().replaceWithVoid();
    }
}
