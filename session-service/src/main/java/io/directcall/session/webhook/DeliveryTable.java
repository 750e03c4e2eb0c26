package io.directcall.session.webhook;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** The dispatcher's statements. Each is a transaction of its own: none is open while a target is waited for. */
final class DeliveryTable {
    /**
     * Only the first waiting delivery of a session can be claimed, so that the later ones stay behind it. Replicas skip the rows that
     * another is claiming at this moment, and then see the claim.
     */
    private static final String CLAIM = """
            with due as materialized (
                select d.position from webhook_deliveries d
                where d.target = $1 and d.state = 'waiting' and d.next_attempt_at <= $2
                and (d.claimed_until is null or d.claimed_until <= $2)
                and d.position = (
                    select e.position from webhook_deliveries e
                    where e.target = d.target and e.session_id = d.session_id and e.state = 'waiting'
                    order by e.position limit 1)
                order by d.next_attempt_at, d.position limit $4
                for update skip locked)
            update webhook_deliveries d set claimed_until = $3, attempts = d.attempts + 1
            from due where d.position = due.position
            returning d.position, d.id, d.session_id, d.body, d.attempts, d.failures, d.give_up_at""";

    /**
     * Ends the attempt of this number and writes it down. The deliveries behind it become due with it: when it is tried again they wait
     * as long, so that the claim does not look through them; else they are due now.
     */
    private static final String END = """
            with ended as (
                update webhook_deliveries set claimed_until = null, state = $3,
                    failures = failures + case when $3 = 'waiting' then 1 else 0 end,
                    next_attempt_at = case when $3 = 'waiting' then $4 else next_attempt_at end,
                    finished_at = case when $3 = 'waiting' then null else $5::timestamptz end
                where position = $1 and attempts = $2 and state = 'waiting'
                returning position, target, session_id, attempts),
            logged as (
                insert into webhook_attempts (delivery, number, at, status, error, millis)
                select position, attempts, $5::timestamptz - make_interval(secs => $8::int / 1000.0), $6, $7, $8 from ended),
            behind as (
                update webhook_deliveries d set next_attempt_at = $4 from ended e
                where d.target = e.target and d.session_id = e.session_id and d.state = 'waiting' and d.position > e.position
                and case when $3 = 'waiting' then d.next_attempt_at < $4 else d.next_attempt_at > $4 end)
            select count(*) from ended""";

    private static final String BACKLOG = """
            select target, count(*), extract(epoch from $1 - min(created_at))::float8
            from webhook_deliveries where state = 'waiting' group by target""";

    private static final String GIVE_UP_ORPHANS = """
            update webhook_deliveries set state = 'failed', finished_at = $1
            where state = 'waiting' and give_up_at < $1 and not (target = any($2))""";

    /** Replicas remove at the same time: each what the others do not. */
    private static final String REMOVE_FINISHED = """
            delete from webhook_deliveries where position = any(array(
                select position from webhook_deliveries where state <> 'waiting' and finished_at < $1
                order by finished_at limit $2 for update skip locked))""";

    private final Pool pool;

    DeliveryTable(Pool pool) {
        this.pool = pool;
    }

    /** Takes what is due, at most {@code limit}, until the lease ends. */
    Uni<List<Delivery>> claim(String target, Instant now, Duration lease, int limit) {
        return pool.preparedQuery(CLAIM)
                .execute(Tuple.of(target, utc(now), utc(now.plus(lease)), limit))
                .map(DeliveryTable::deliveries);
    }

    /**
     * Ends an attempt.
     *
     * @return false when the claim had lapsed and somebody else has the delivery; nothing is written then
     */
    Uni<Boolean> end(Delivery delivery, Attempt attempt, Verdict verdict, Instant now, Duration took) {
        OffsetDateTime next = utc(verdict instanceof Verdict.RetryAt retry ? retry.at() : now);
        var parameters = Tuple.from(new Object[] {
            delivery.position(),
            delivery.attempt(),
            state(verdict),
            next,
            utc(now),
            attempt.status() == 0 ? null : attempt.status(),
            attempt.error(),
            Math.toIntExact(took.toMillis())
        });
        return pool.preparedQuery(END)
                .execute(parameters)
                .map(rows -> rows.iterator().next().getLong(0) == 1);
    }

    private static String state(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Delivered ignored -> DeliveryState.DELIVERED.text();
            case Verdict.RetryAt ignored -> DeliveryState.WAITING.text();
            case Verdict.Failed ignored -> DeliveryState.FAILED.text();
        };
    }

    /** What waits for each target that has something waiting. */
    Uni<List<Backlog>> backlogs(Instant now) {
        return pool.preparedQuery(BACKLOG).execute(Tuple.of(utc(now))).map(DeliveryTable::toBacklogs);
    }

    /** Fails what waits for targets that are not configured any more, when its time is over. */
    Uni<Integer> giveUpOrphans(Instant now, List<String> targets) {
        return pool.preparedQuery(GIVE_UP_ORPHANS)
                .execute(Tuple.of(utc(now), targets.toArray(String[]::new)))
                .map(RowSet::rowCount);
    }

    /** Removes what was finished before the moment, at most {@code limit}. */
    Uni<Integer> removeFinished(Instant before, int limit) {
        return pool.preparedQuery(REMOVE_FINISHED)
                .execute(Tuple.of(utc(before), limit))
                .map(RowSet::rowCount);
    }

    private static List<Delivery> deliveries(RowSet<Row> rows) {
        var claimed = new ArrayList<Delivery>(rows.size());
        for (Row row : rows) {
            claimed.add(new Delivery(
                    row.getLong(0),
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getInteger(4),
                    row.getInteger(5),
                    row.getOffsetDateTime(6).toInstant()));
        }
        return claimed;
    }

    private static List<Backlog> toBacklogs(RowSet<Row> rows) {
        var backlogs = new ArrayList<Backlog>(rows.size());
        for (Row row : rows) {
            backlogs.add(new Backlog(row.getString(0), row.getLong(1), row.getDouble(2)));
        }
        return backlogs;
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** @param oldestSeconds age of the oldest that waits */
    record Backlog(String target, long waiting, double oldestSeconds) {}
}
