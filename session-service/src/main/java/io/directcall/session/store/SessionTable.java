package io.directcall.session.store;

import io.directcall.session.rules.Member;
import io.directcall.session.rules.Session;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.LockMode;
import org.hibernate.reactive.mutiny.Mutiny;

/** Loads and stores sessions, within the caller's transaction. */
@ApplicationScoped
class SessionTable {
    /** In SQL: loading the parser of Hibernate's own language held up an event loop for seconds on a busy machine. */
    private static final String PARTICIPANTS = "select * from participants where session_id = :id order by join_seq";

    /**
     * In SQL: of two transactions that remove entities of one class at the same time, Hibernate Reactive completes one with the other's
     * result (its issue 1713), on the wrong thread, and a connection with its locks is never given back.
     */
    private static final String REMOVE =
            "delete from participants where session_id = :id and id = any(string_to_array(:gone, ','))";

    private static final String DUE = "select id from sessions where due_at <= :now order by due_at";

    /** A session with the rows that it came from. The row is null when the session was never started. */
    record Loaded(Session session, SessionRow row, Map<String, ParticipantRow> participants) {}

    /**
     * Loads a session to change it. Commands for one session queue at its row: without the lock a crowd that joins at once would spend
     * its time on attempts that fail. The participants are read by a statement of their own after the lock is had; one statement for both
     * would see them as they were before the wait.
     */
    Uni<Loaded> loadForChange(Mutiny.Session db, String id) {
        return load(db, id, LockMode.PESSIMISTIC_WRITE);
    }

    /** A session as it is. Waits for whoever changes it, so that its number and its participants belong together. */
    Uni<Session> read(Mutiny.Session db, String id) {
        return load(db, id, LockMode.PESSIMISTIC_READ).map(Loaded::session);
    }

    private static Uni<Loaded> load(Mutiny.Session db, String id, LockMode lock) {
        return db.find(SessionRow.class, id, lock)
                .chain(row -> row == null ? notStarted(id) : withParticipants(db, id, row));
    }

    private static Uni<Loaded> notStarted(String id) {
        return Uni.createFrom().item(new Loaded(Session.notStarted(id), null, Map.of()));
    }

    private static Uni<Loaded> withParticipants(Mutiny.Session db, String id, SessionRow row) {
        return db.createNativeQuery(PARTICIPANTS, ParticipantRow.class)
                .setParameter("id", id)
                .getResultList()
                .map(rows -> loaded(row, rows));
    }

    private static Loaded loaded(SessionRow row, List<ParticipantRow> rows) {
        var byId = new HashMap<String, ParticipantRow>();
        rows.forEach(participant -> byId.put(participant.id(), participant));
        return new Loaded(row.toSession(members(rows)), row, byId);
    }

    private static List<Member> members(List<ParticipantRow> rows) {
        return rows.stream().map(ParticipantRow::toMember).toList();
    }

    /** Stores what changed. When two transactions start the same session, the second one fails by its primary key. */
    Uni<Void> save(Mutiny.Session db, Loaded loaded, Session after) {
        var gone = new HashMap<>(loaded.participants());
        var added = new ArrayList<Object>();
        if (loaded.row() == null) {
            added.add(new SessionRow(after));
        } else {
            loaded.row().take(after);
        }
        for (Member member : after.members()) {
            ParticipantRow row = gone.remove(member.id());
            if (row == null) {
                added.add(new ParticipantRow(after.id(), member));
            } else {
                row.take(member);
            }
        }
        return db.persistAll(added.toArray()).chain(() -> remove(db, after.id(), gone.keySet()));
    }

    private static Uni<Void> remove(Mutiny.Session db, String sessionId, Set<String> participantIds) {
        return participantIds.isEmpty()
                ? Uni.createFrom().voidItem()
                : db.createNativeQuery(REMOVE)
                        .setParameter("id", sessionId)
                        .setParameter("gone", String.join(",", participantIds))
                        .executeUpdate()
                        .replaceWithVoid();
    }

    Uni<List<String>> due(Mutiny.Session db, Instant now, int limit) {
        return db.createNativeQuery(DUE, String.class)
                .setParameter("now", now)
                .setMaxResults(limit)
                .getResultList();
    }
}
