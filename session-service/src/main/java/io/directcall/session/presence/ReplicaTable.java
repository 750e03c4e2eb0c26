package io.directcall.session.presence;

import io.directcall.session.presence.ReplicaLeases.Lease;
import io.directcall.session.rules.SessionCommand.StreamClosed;
import io.directcall.session.store.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** When each replica of events-service was heard of last, and which streams are its own. */
@ApplicationScoped
class ReplicaTable {
    private static final String HEARD = """
            insert into event_replicas (replica_id, last_seen) values (:id, :now)
            on conflict (replica_id) do update set last_seen = greatest(event_replicas.last_seen, excluded.last_seen)""";

    private static final String ALL = "select replica_id, last_seen from event_replicas";

    /** The old stream of somebody who is leaving does not count any more, open or closed. */
    private static final String STREAMS = """
            select session_id, id, uid, stream_id from participants
            where presence = 'STREAMING' and starts_with(stream_id, :replica)""";

    /** Not when it spoke meanwhile. */
    private static final String REMOVE = "delete from event_replicas where replica_id = :id and last_seen <= :seen";

    /** A crowd that reconnects need not queue at the row of its replica: far less than any lease. */
    private static final Duration FRESH = Duration.ofSeconds(1);

    private final Transactions transactions;
    private final InstantSource clock;
    private final Map<String, Instant> written = new ConcurrentHashMap<>();

    ReplicaTable(Transactions transactions, InstantSource clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * A stream whose replica is dead.
     *
     * @param sessionId of the participant
     * @param closed what is to be said about it
     */
    record OrphanedStream(String sessionId, StreamClosed closed) {}

    /** A replica spoke. */
    Uni<Void> heard(String replicaId) {
        Instant now = clock.instant();
        written.values().removeIf(at -> at.isBefore(now.minus(FRESH)));
        if (written.containsKey(replicaId)) {
            return Uni.createFrom().voidItem();
        }
        return transactions
                .in(db -> db.createNativeQuery(HEARD)
                        .setParameter("id", replicaId)
                        .setParameter("now", now)
                        .executeUpdate())
                .invoke(() -> written.put(replicaId, now))
                .replaceWithVoid();
    }

    Uni<List<Lease>> leases() {
        return transactions
                .in(db -> db.createNativeQuery(ALL, Object[].class).getResultList())
                .map(rows -> rows.stream()
                        .map(row -> new Lease((String) row[0], ((OffsetDateTime) row[1]).toInstant()))
                        .toList());
    }

    /** Some of the participants' streams that belong to the replica, at most {@code limit}. */
    Uni<List<OrphanedStream>> streamsOf(String replicaId, int limit) {
        return transactions
                .in(db -> db.createNativeQuery(STREAMS, Object[].class)
                        .setParameter("replica", StreamNames.prefixOf(replicaId))
                        .setMaxResults(limit)
                        .getResultList())
                .map(rows -> rows.stream().map(ReplicaTable::stream).toList());
    }

    private static OrphanedStream stream(Object[] row) {
        var closed = new StreamClosed((String) row[1], (String) row[2], (String) row[3]);
        return new OrphanedStream((String) row[0], closed);
    }

    /** Forgets a replica unless it spoke after its lease was read. */
    Uni<Void> remove(Lease lease) {
        return transactions
                .in(db -> db.createNativeQuery(REMOVE)
                        .setParameter("id", lease.replicaId())
                        .setParameter("seen", lease.lastSeen())
                        .executeUpdate())
                .replaceWithVoid();
    }
}
