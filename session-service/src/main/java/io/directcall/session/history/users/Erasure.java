package io.directcall.session.history.users;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Makes a deleted user anonymous in all calls, so that those who called or were called keep their history. Calls that began after the user
 * was deleted belong to a new user of the same uid: an old message that comes again must not touch them.
 */
@ApplicationScoped
class Erasure {
    /** No id that an application may name, so nobody can ever ask for, or become, the deleted users. */
    static final String UID = "(deleted)";

    private static final String NAME = "Deleted user";
    /** What the broker's clock, which stamps the deletion, and ours may differ. */
    private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(30);

    private static final String MINE = """
            select p.call_id from call_participants p join calls on calls.id = p.call_id
            where p.is_first and p.uid = :uid and calls.initiated_at <= cast(:until as timestamptz)
            """;

    private static final String CALLS = """
            update calls set
                initiator = case when initiator = :uid then :anonymous else initiator end,
                receiver = case when receiver_type = 'user' and receiver = :uid then :anonymous else receiver end
            where id in (%s)
            """.formatted(MINE);

    private static final String PARTICIPANTS = """
            update call_participants set uid = :anonymous, name = :name, avatar = null
            where uid = :uid and call_id in (%s)
            """.formatted(MINE);

    /** @return in how many calls the user took part */
    Uni<Integer> erase(Mutiny.Session db, String uid, Instant deletedAt) {
        Instant until = deletedAt.plus(CLOCKS_DIFFER);
        return statement(db, CALLS, uid, until)
                .executeUpdate()
                .call(() -> statement(db, PARTICIPANTS, uid, until)
                        .setParameter("name", NAME)
                        .executeUpdate());
    }

    private static Mutiny.Query<?> statement(Mutiny.Session db, String sql, String uid, Instant until) {
        return db.createNativeQuery(sql)
                .setParameter("uid", uid)
                .setParameter("until", until)
                .setParameter("anonymous", UID);
    }
}
