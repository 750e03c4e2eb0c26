package io.directcall.session.ringing;

import io.directcall.session.ringing.PartyChanges.Kind;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hibernate.reactive.mutiny.Mutiny;

/** Who is a party of which call that is not over. */
@ApplicationScoped
class PartyTable {
    private static final String RINGING_FROM = """
            select called.session_id from parties called join parties caller on caller.session_id = called.session_id
            where called.uid = :callee and called.kind = 'RINGING' and caller.uid = :caller and caller.kind = 'CALLER'""";

    private static final String PUT = "insert into parties (session_id, uid, kind, busy_until) values (?, ?, ?, ?)"
            + " on conflict (session_id, uid) do update set kind = excluded.kind, busy_until = excluded.busy_until";

    /** The call that rings for one user alone and was placed by this one. */
    Uni<Optional<String>> ringingFrom(Mutiny.Session db, String caller, String callee) {
        return db.createNativeQuery(RINGING_FROM, String.class)
                .setParameter("caller", caller)
                .setParameter("callee", callee)
                .setMaxResults(1)
                .getSingleResultOrNull()
                .map(Optional::ofNullable);
    }

    /**
     * Which of these users are in another session, or in a call that they placed or accepted.
     *
     * @param except a session that does not count
     */
    Uni<Set<String>> busy(Mutiny.Session db, Collection<String> uids, String except, Instant now) {
        String users = String.join(", ", Collections.nCopies(uids.size(), "?"));
        String sql = "select uid from participants where session_id <> ? and uid in (" + users
                + ") union select uid from parties where session_id <> ? and busy_until > ? and uid in (" + users + ")";
        var parameters = new ArrayList<Object>();
        parameters.add(except);
        parameters.addAll(uids);
        parameters.add(except);
        parameters.add(now);
        parameters.addAll(uids);
        var query = db.createNativeQuery(sql, String.class);
        for (int i = 0; i < parameters.size(); i++) {
            query.setParameter(i + 1, parameters.get(i));
        }
        return query.getResultList().map(HashSet::new);
    }

    Uni<Void> put(Mutiny.Session db, String sessionId, Map<String, Kind> kinds, Map<Kind, Instant> busyUntil) {
        Uni<Void> done = Uni.createFrom().voidItem();
        for (Map.Entry<String, Kind> party : kinds.entrySet()) {
            done = done.chain(
                    () -> put(db, sessionId, party.getKey(), party.getValue(), busyUntil.get(party.getValue())));
        }
        return done;
    }

    private static Uni<Void> put(Mutiny.Session db, String sessionId, String uid, Kind kind, Instant busyUntil) {
        return db.createNativeQuery(PUT)
                .setParameter(1, sessionId)
                .setParameter(2, uid)
                .setParameter(3, kind.name())
                .setParameter(4, busyUntil)
                .executeUpdate()
                .replaceWithVoid();
    }

    Uni<Void> remove(Mutiny.Session db, String sessionId, Collection<String> uids) {
        if (uids.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var query = db.createNativeQuery("delete from parties where session_id = ? and uid in ("
                + String.join(", ", Collections.nCopies(uids.size(), "?")) + ")");
        query.setParameter(1, sessionId);
        int next = 2;
        for (String uid : uids) {
            query.setParameter(next++, uid);
        }
        return query.executeUpdate().replaceWithVoid();
    }

    Uni<Void> removeAll(Mutiny.Session db, String sessionId) {
        return db.createNativeQuery("delete from parties where session_id = :id")
                .setParameter("id", sessionId)
                .executeUpdate()
                .replaceWithVoid();
    }
}
