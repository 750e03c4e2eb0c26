package io.directcall.outbox;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The relay's statements on the outbox. What needs no answer in between is sent at once: PostgreSQL carries it out one by one, and each
 * statement sees what those before it did.
 */
final class OutboxTable {
    /** Any number that no other user of advisory locks in this database takes. */
    private static final int LOCK_SPACE = 0x0D1C;

    /**
     * Takes the lane for the time of the transaction, if nobody else has it. PostgreSQL ends the transaction of a relay that is silent for
     * too long: one whose machine has gone or is frozen must not keep the lane.
     */
    private static final String LOCK = """
            select set_config('idle_in_transaction_session_timeout', $3, true),
                   set_config('directcall.lane_taken', cast(pg_try_advisory_xact_lock($1, $2) as text), true)""";

    /**
     * A statement of its own, after the lock: a read in the same statement would see the table as it was before the lock was taken, with
     * rows that the former holder has published.
     */
    private static final String READ = """
            select id, topic, message_key, payload from outbox
            where lane = $1 and current_setting('directcall.lane_taken') = 'true' order by id limit $2""";

    private OutboxTable() {}

    /**
     * Begins a transaction that holds the lane.
     *
     * @param limit the most rows that are read
     * @param longestSilence after which PostgreSQL ends the transaction
     * @return the oldest rows of the lane; none when another relay holds it
     */
    static Uni<List<OutboxRow>> begin(SqlConnection connection, int lane, int limit, Duration longestSilence) {
        var begun = connection.query("begin").execute();
        var tried = connection
                .preparedQuery(LOCK)
                .execute(Tuple.of(LOCK_SPACE, lane, Long.toString(longestSilence.toMillis())));
        var rows = connection.preparedQuery(READ).execute(Tuple.of((short) lane, limit));
        return Uni.combine().all().unis(begun, tried, rows).with((begin, lock, read) -> outboxRows(read));
    }

    /** Deletes what is published and commits. Names each row: one with a lower id may have been committed since the read, and must stay. */
    static Uni<Void> deleteAndCommit(SqlConnection connection, int lane, List<OutboxRow> published) {
        Long[] ids = published.stream().map(OutboxRow::id).toArray(Long[]::new);
        var deleted = connection
                .preparedQuery("delete from outbox where lane = $1 and id = any($2)")
                .execute(Tuple.of((short) lane, ids));
        var committed = connection.query("commit").execute();
        return Uni.combine().all().unis(deleted, committed).discardItems();
    }

    /** Ends the transaction, if there is one. */
    static Uni<Void> rollback(SqlConnection connection) {
        return connection.query("rollback").execute().replaceWithVoid();
    }

    /** What waits in each lane that is not empty. */
    static Uni<List<Backlog>> backlogs(SqlClient client) {
        return client.preparedQuery("""
                        select lane, count(*), cast(extract(epoch from clock_timestamp() - min(created_at)) as float8)
                        from outbox group by lane""").execute().map(OutboxTable::toBacklogs);
    }

    private static List<OutboxRow> outboxRows(RowSet<Row> rows) {
        var result = new ArrayList<OutboxRow>(rows.size());
        for (Row row : rows) {
            result.add(new OutboxRow(row.getLong(0), row.getString(1), row.getString(2), row.getString(3)));
        }
        return result;
    }

    private static List<Backlog> toBacklogs(RowSet<Row> rows) {
        var result = new ArrayList<Backlog>(rows.size());
        for (Row row : rows) {
            result.add(new Backlog(row.getInteger(0), row.getLong(1), row.getDouble(2)));
        }
        return result;
    }

    /**
     * @param rows how many wait
     * @param oldestSeconds age of the oldest
     */
    record Backlog(int lane, long rows, double oldestSeconds) {}
}
