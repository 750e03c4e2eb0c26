package io.directcall.session.webhook;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Deliveries in the database, as a test wants and finds them. */
final class Rows {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final Pool pool;
    private final String target;

    Rows(Pool pool, String target) {
        this.pool = pool;
        this.target = target;
    }

    /** Writes one delivery for each body, as a change of the session at this moment does. */
    void add(String sessionId, Instant now, String... bodies) {
        for (String body : bodies) {
            pool.preparedQuery("insert into webhook_deliveries"
                            + " (id, target, session_id, trigger, body, created_at, next_attempt_at, give_up_at)"
                            + " values ($1, $2, $3, 'meeting_started', $4, $5, $5, $6)")
                    .execute(Tuple.of(
                            "msg_" + UUID.randomUUID(),
                            target,
                            sessionId,
                            body,
                            now.atOffset(ZoneOffset.UTC),
                            now.plus(RetryRules.GIVE_UP_AFTER).atOffset(ZoneOffset.UTC)))
                    .await()
                    .atMost(LIMIT);
        }
    }

    /** {@code body state attempts} of each, in order. */
    List<String> all() {
        var found = new ArrayList<String>();
        pool.preparedQuery("select body, state, attempts from webhook_deliveries where target = $1 order by position")
                .execute(Tuple.of(target))
                .await()
                .atMost(LIMIT)
                .forEach(row -> found.add(row.getString(0) + " " + row.getString(1) + " " + row.getInteger(2)));
        return found;
    }

    boolean areAll(String state) {
        return all().stream().allMatch(row -> row.contains(" " + state + " "));
    }

    /** {@code status error} of each attempt that ended, in order. */
    List<String> attempts() {
        var found = new ArrayList<String>();
        pool.preparedQuery("select a.status, a.error from webhook_attempts a"
                        + " join webhook_deliveries d on d.position = a.delivery"
                        + " where d.target = $1 order by d.position, a.number")
                .execute(Tuple.of(target))
                .await()
                .atMost(LIMIT)
                .forEach(row -> found.add(row.getInteger(0) + " " + row.getString(1)));
        return found;
    }
}
