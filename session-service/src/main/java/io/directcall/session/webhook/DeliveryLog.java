package io.directcall.session.webhook;

import io.directcall.contracts.error.ErrorCode;
import io.directcall.service.PageRequest;
import io.directcall.service.error.ApiException;
import io.directcall.session.webhook.DeliveryView.AttemptView;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What operators read and replay. */
@ApplicationScoped
class DeliveryLog {
    private static final String MATCHING = """
             where ($1::text is null or d.state = $1) and ($2::text is null or d.session_id = $2)
            and ($3::text is null or d.target = $3)""";

    private static final String COUNT = "select count(*) from webhook_deliveries d" + MATCHING;

    private static final String SELECT = """
            select d.id, d.target, d.trigger, d.session_id, d.state, d.attempts, a.status, a.error, d.created_at,
                case when d.state = 'waiting' then d.next_attempt_at end as next_attempt_at, d.finished_at, d.body, d.position
            from webhook_deliveries d left join lateral (
                select status, error from webhook_attempts where delivery = d.position order by number desc limit 1) a on true""";

    private static final String ATTEMPTS =
            "select number, at, status, error, millis from webhook_attempts where delivery = $1 order by number";

    /** What is under way is left alone: it is being sent already. */
    private static final String REPLAY = """
            update webhook_deliveries set state = 'waiting', failures = 0, next_attempt_at = $2, give_up_at = $3, finished_at = null
            where id = $1 and (claimed_until is null or claimed_until <= $2)""";

    private static final String REPLAY_FAILED = """
            update webhook_deliveries set state = 'waiting', failures = 0, next_attempt_at = $2, give_up_at = $3, finished_at = null
            where state = 'failed' and ($1::text is null or target = $1)""";

    private final Pool pool;
    private final InstantSource clock;

    DeliveryLog(Pool pool, InstantSource clock) {
        this.pool = pool;
        this.clock = clock;
    }

    Uni<Long> count(DeliveryFilter filter) {
        return pool.preparedQuery(COUNT)
                .execute(Tuple.of(filter.stateText(), filter.sessionId(), filter.target()))
                .map(rows -> rows.iterator().next().getLong(0));
    }

    /** The newest first. */
    Uni<List<DeliveryView>> list(DeliveryFilter filter, PageRequest page) {
        return pool.preparedQuery(SELECT + MATCHING + " order by d.position desc limit $4 offset $5")
                .execute(Tuple.of(
                        filter.stateText(), filter.sessionId(), filter.target(), page.perPage(), page.offset()))
                .map(rows -> all(rows, DeliveryLog::view));
    }

    /** With its body and attempts; fails with {@code ERR_WEBHOOK_DELIVERY_NOT_FOUND}. */
    Uni<DeliveryView> get(String id) {
        return pool.preparedQuery(SELECT + " where d.id = $1")
                .execute(Tuple.of(id))
                .chain(rows -> all(rows, Function.identity()).stream()
                        .findFirst()
                        .map(this::withAttempts)
                        .orElseGet(() ->
                                Uni.createFrom().failure(new ApiException(ErrorCode.ERR_WEBHOOK_DELIVERY_NOT_FOUND))));
    }

    private Uni<DeliveryView> withAttempts(Row row) {
        return pool.preparedQuery(ATTEMPTS)
                .execute(Tuple.of(row.getLong("position")))
                .map(attempts -> view(row).with(row.getString("body"), all(attempts, DeliveryLog::attempt)));
    }

    /** Has it sent again; in the order of its session when others wait. */
    Uni<DeliveryView> replay(String id) {
        Instant now = clock.instant();
        return pool.preparedQuery(REPLAY)
                .execute(Tuple.of(id, utc(now), utc(now.plus(RetryRules.GIVE_UP_AFTER))))
                .chain(() -> get(id));
    }

    /**
     * Has all sent again that failed.
     *
     * @param target null for all
     * @return how many
     */
    Uni<Integer> replayFailed(String target) {
        Instant now = clock.instant();
        return pool.preparedQuery(REPLAY_FAILED)
                .execute(Tuple.of(target, utc(now), utc(now.plus(RetryRules.GIVE_UP_AFTER))))
                .map(RowSet::rowCount);
    }

    private static DeliveryView view(Row row) {
        return new DeliveryView(
                row.getString("id"),
                row.getString("target"),
                row.getString("trigger"),
                row.getString("session_id"),
                DeliveryState.of(row.getString("state")),
                row.getInteger("attempts"),
                row.getInteger("status"),
                row.getString("error"),
                instant(row, "created_at"),
                instant(row, "next_attempt_at"),
                instant(row, "finished_at"),
                null,
                null);
    }

    private static AttemptView attempt(Row row) {
        return new AttemptView(
                row.getInteger("number"),
                instant(row, "at"),
                row.getInteger("status"),
                row.getString("error"),
                row.getInteger("millis"));
    }

    private static <T> List<T> all(RowSet<Row> rows, Function<Row, T> read) {
        var result = new ArrayList<T>(rows.size());
        rows.forEach(row -> result.add(read.apply(row)));
        return result;
    }

    private static Instant instant(Row row, String column) {
        OffsetDateTime time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
