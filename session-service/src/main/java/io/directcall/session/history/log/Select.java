package io.directcall.session.history.log;

import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;

/**
 * The statement that finds a page of calls. It walks one index in the order of the page, whichever filters are set. Words of filters stand
 * in the text, so that the planner knows how often each occurs; what clients name is a parameter.
 */
final class Select {
    private final List<String> conditions = new ArrayList<>();
    private final Tuple parameters = Tuple.tuple();
    private final String id;

    private Select(CallFilter filter) {
        id = filter.user().isPresent() ? "mine.call_id" : "calls.id";
        String table = filter.user().isPresent() ? "mine" : "calls";
        filter.user().ifPresent(uid -> conditions.add("mine.is_first and mine.uid = " + parameter(uid)));
        filter.status().ifPresent(status -> conditions.add(table + ".status = '" + Word.of(status) + "'"));
        filter.type().ifPresent(type -> conditions.add(table + ".type = '" + Word.of(type) + "'"));
        filter.mode().ifPresent(mode -> conditions.add(table + ".mode = '" + Word.of(mode) + "'"));
        filter.direction()
                .ifPresent(
                        direction -> conditions.add("mine.outgoing = " + (direction == CallFilter.Direction.OUTGOING)));
        filter.with().ifPresent(this::with);
        filter.guid().ifPresent(guid -> group(filter, guid));
    }

    /** A statement with its parameters. */
    record Sql(String text, Tuple parameters) {}

    /**
     * @param atMost calls that are counted, at least as many as the page holds
     */
    static Sql page(CallFilter filter, Position position, int atMost) {
        return new Select(filter).page(filter, position, position.perPage(), atMost);
    }

    private Sql page(CallFilter filter, Position position, int perPage, int atMost) {
        String order = position instanceof Position.Before ? "asc" : "desc";
        String skipped = skipped(position);
        String text = """
                with found as (
                    select %s as id from %s
                    where %s
                    order by 1 %s %s limit %d
                ), page as (
                    select id from found order by id %s limit %d
                )
                select (select count(*) from found) as found, calls.*
                from page join calls on calls.id = page.id
                order by calls.id desc
                """.formatted(
                        id,
                        filter.user().isPresent() ? "call_participants mine" : "calls",
                        conditions.isEmpty() ? "true" : String.join(" and ", conditions),
                        order,
                        skipped,
                        atMost,
                        order,
                        perPage);
        return new Sql(text, parameters);
    }

    /** Adds the condition of a cursor; returns what is skipped by number. */
    private String skipped(Position position) {
        return switch (position) {
            case Position.Numbered numbered ->
                "offset " + parameter((long) numbered.request().offset());
            case Position.After after -> {
                conditions.add(id + " < " + parameter(after.callId()));
                yield "";
            }
            case Position.Before before -> {
                conditions.add(id + " > " + parameter(before.callId()));
                yield "";
            }
        };
    }

    private void with(String uid) {
        conditions.add("exists (select from call_participants other where other.is_first and other.call_id = " + id
                + " and other.uid = " + parameter(uid) + ")");
    }

    private void group(CallFilter filter, String guid) {
        String receiver = "receiver_type = 'group' and receiver = " + parameter(guid);
        conditions.add(
                filter.user().isPresent()
                        ? "exists (select from calls where calls.id = mine.call_id and " + receiver + ")"
                        : receiver);
    }

    private String parameter(Object value) {
        parameters.addValue(value);
        return "$" + parameters.size();
    }
}
