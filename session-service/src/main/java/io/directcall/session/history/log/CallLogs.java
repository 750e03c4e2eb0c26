package io.directcall.session.history.log;

import static java.util.stream.Collectors.groupingBy;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** The history in the database. Reads by statements of its own: a page is no entities, and they cost more than the page. */
@ApplicationScoped
class CallLogs {
    /** Of how many more calls the total of a numbered page knows. Counting them takes a few milliseconds. */
    private static final int COUNTED_AHEAD = 10_000;

    private static final String PARTICIPANTS =
            "select * from call_participants where call_id = any($1) order by call_id, nr";

    private static final String NEWEST = "select * from calls where session_id = $1 order by id desc limit 1";

    private static final String NEWEST_OF_USER = """
            select * from calls where session_id = $1
            and exists (select from call_participants p where p.call_id = calls.id and p.uid = $2)
            order by id desc limit 1
            """;

    private final Pool database;

    CallLogs(Pool database) {
        this.database = database;
    }

    /** A call with who took part in it, in the order of joining. */
    record Entry(CallRow call, List<ParticipantRow> participants) {}

    /**
     * @param found how many calls there are from the beginning of the page on, as far as they were counted
     * @param counted how far
     */
    record Found(List<Entry> entries, int found, int counted) {}

    Uni<Found> page(CallFilter filter, Position position) {
        if (filter.findsNothing()) {
            return Uni.createFrom().item(new Found(List.of(), 0, 1));
        }
        int counted = position.perPage() + (position instanceof Position.Numbered ? COUNTED_AHEAD : 1);
        Select.Sql sql = Select.page(filter, position, counted);
        return database.preparedQuery(sql.text())
                .execute(sql.parameters())
                .chain(rows -> entries(rows).map(entries -> new Found(entries, found(rows), counted)));
    }

    /**
     * The newest call of a session.
     *
     * @param user who must have taken part in it; empty for anybody
     */
    Uni<Optional<Entry>> newest(String sessionId, Optional<String> user) {
        return user.map(uid -> database.preparedQuery(NEWEST_OF_USER).execute(Tuple.of(sessionId, uid)))
                .orElseGet(() -> database.preparedQuery(NEWEST).execute(Tuple.of(sessionId)))
                .chain(this::entries)
                .map(entries -> entries.stream().findFirst());
    }

    private static int found(RowSet<Row> rows) {
        return rows.size() == 0 ? 0 : rows.iterator().next().getLong("found").intValue();
    }

    private Uni<List<Entry>> entries(RowSet<Row> rows) {
        List<CallRow> calls = stream(rows).map(CallRow::of).toList();
        if (calls.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        Long[] ids = calls.stream().map(CallRow::id).toArray(Long[]::new);
        return database.preparedQuery(PARTICIPANTS)
                .execute(Tuple.of(ids))
                .map(found -> stream(found).map(ParticipantRow::of).collect(groupingBy(ParticipantRow::callId)))
                .map(byCall -> together(calls, byCall));
    }

    private static List<Entry> together(List<CallRow> calls, Map<Long, List<ParticipantRow>> byCall) {
        return calls.stream()
                .map(call -> new Entry(call, byCall.getOrDefault(call.id(), List.of())))
                .toList();
    }

    private static java.util.stream.Stream<Row> stream(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }
}
