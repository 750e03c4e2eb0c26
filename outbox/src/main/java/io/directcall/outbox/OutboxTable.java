package io.directcall.outbox;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;

/** The relay's statements on the outbox. */
final class OutboxTable {
    /** Any number that no other user of advisory locks in this database takes. */
    private static final int LOCK_SPACE = 0x0D1C;

    private OutboxTable() {}

    /**
     * Takes the lane for the time of the transaction. A statement of its own, before the read: a read in the same statement would see the
     * table as it was before the lock was taken, with rows that the former holder has published.
     */
    static Uni<Boolean> lock(SqlClient transaction, int lane) {
        return transaction
                .preparedQuery("select pg_try_advisory_xact_lock($1, $2)")
                .execute(Tuple.of(LOCK_SPACE, lane))
                .map(rows -> rows.iterator().next().getBoolean(0));
    }

    static Uni<List<OutboxRow>> read(SqlClient transaction, int lane, int limit) {
        return transaction
                .preparedQuery(
                        "select id, topic, message_key, payload from outbox where lane = $1 order by id limit $2")
                .execute(Tuple.of((short) lane, limit))
                .map(OutboxTable::outboxRows);
    }

    /** Names each row: a row with a lower id may have been committed since the read, and must stay. */
    static Uni<Void> delete(SqlClient transaction, int lane, List<OutboxRow> published) {
        Long[] ids = published.stream().map(OutboxRow::id).toArray(Long[]::new);
        return transaction
                .preparedQuery("delete from outbox where lane = $1 and id = any($2)")
                .execute(Tuple.of((short) lane, ids))
                .replaceWithVoid();
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
