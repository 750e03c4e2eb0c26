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
import org.hibernate.LockMode;
import org.hibernate.reactive.mutiny.Mutiny;

/** Loads and stores sessions, within the caller's transaction. */
@ApplicationScoped
class SessionTable {
    private static final String PARTICIPANTS = "from ParticipantRow where sessionId = :id order by joinSeq";
    private static final String WHOLE = """
            select s, p from SessionRow s left join ParticipantRow p on p.sessionId = s.id
            where s.id = :id order by p.joinSeq""";
    private static final String LOST = """
            select distinct p.sessionId from ParticipantRow p where p.lostAt <= :now""";

    /** A session with the rows that it came from. The row is null when the session was never started. */
    record Loaded(Session session, SessionRow row, Map<String, ParticipantRow> participants) {}

    /**
     * Loads a session to change it. Commands for one session queue at its row: without the lock a crowd that joins at once would spend
     * its time on attempts that fail. The participants are read by a statement of their own after the lock is had; one statement for both
     * would see them as they were before the wait.
     */
    Uni<Loaded> loadForChange(Mutiny.Session db, String id) {
        return db.find(SessionRow.class, id, LockMode.PESSIMISTIC_WRITE)
                .chain(row -> row == null ? notStarted(id) : withParticipants(db, id, row));
    }

    private static Uni<Loaded> notStarted(String id) {
        return Uni.createFrom().item(new Loaded(Session.notStarted(id), null, Map.of()));
    }

    private static Uni<Loaded> withParticipants(Mutiny.Session db, String id, SessionRow row) {
        return db.createQuery(PARTICIPANTS, ParticipantRow.class)
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
        return db.persistAll(added.toArray())
                .chain(() -> db.removeAll(gone.values().toArray()));
    }

    /** A session as it is, in one statement, so that its number and its participants belong together. */
    Uni<Session> read(Mutiny.Session db, String id) {
        return db.createQuery(WHOLE, Object[].class)
                .setParameter("id", id)
                .getResultList()
                .map(rows -> rows.isEmpty() ? Session.notStarted(id) : whole(rows));
    }

    private static Session whole(List<Object[]> rows) {
        SessionRow session = (SessionRow) rows.getFirst()[0];
        List<ParticipantRow> participants = rows.stream()
                .map(row -> (ParticipantRow) row[1])
                .filter(row -> row != null)
                .toList();
        return session.toSession(members(participants));
    }

    Uni<List<String>> withLostParticipants(Mutiny.Session db, Instant now, int limit) {
        return db.createQuery(LOST, String.class)
                .setParameter("now", now)
                .setMaxResults(limit)
                .getResultList();
    }
}
