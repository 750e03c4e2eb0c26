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

    /** What the caller sent along may speak of either: it goes. A call that still runs needs its invitation as it is. */
    private static final String INVITATIONS = """
            update sessions set invitation = cast(
                jsonb_set(jsonb_set(jsonb_set(jsonb_set(call,
                    array['metadata'], jsonb_build_object()),
                    array['caller'], case when call -> 'caller' ->> 'uid' = :uid
                        then jsonb_build_object('uid', cast(:anonymous as text), 'name', cast(:name as text))
                        else call -> 'caller' end),
                    array['receiver'], case when call ->> 'receiverType' = 'user' and call ->> 'receiver' = :uid
                        then to_jsonb(cast(:anonymous as text)) else call -> 'receiver' end),
                    array['callees'], (
                        select coalesce(jsonb_agg(case when callee ->> 'uid' = :uid
                            then jsonb_set(callee, array['uid'], to_jsonb(cast(:anonymous as text)))
                            else callee end), jsonb_build_array())
                        from jsonb_array_elements(call -> 'callees') callee)) as text)
            from (select id as sid, cast(invitation as jsonb) as call from sessions where id in (
                select session_id from calls where mode = 'call' and id in (%s))) placed
            where sessions.id = placed.sid and sessions.state = 'ENDED' and sessions.invitation is not null
            """.formatted(MINE);

    private static final String PARTICIPANTS = """
            update call_participants set uid = :anonymous, name = :name, avatar = null
            where uid = :uid and call_id in (%s)
            """.formatted(MINE);

    /** @return in how many calls the user took part */
    Uni<Integer> erase(Mutiny.Session db, String uid, Instant deletedAt) {
        Instant until = deletedAt.plus(CLOCKS_DIFFER);
        return statement(db, INVITATIONS, uid, until)
                .setParameter("name", NAME)
                .executeUpdate()
                .chain(() -> statement(db, CALLS, uid, until).executeUpdate())
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
