package io.directcall.outbox;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.pgclient.PgConnection;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgNotification;
import java.time.Duration;
import java.util.function.IntConsumer;
import org.jboss.logging.Logger;

/**
 * Hears of committed rows by LISTEN. Owns one connection of the pool; when PostgreSQL closes it, another one is taken as soon as there
 * is one, and all lanes are woken then.
 */
final class WakeUps {
    static final String CHANNEL = "outbox";

    private static final Logger LOG = Logger.getLogger(WakeUps.class);
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final Pool pool;
    private final IntConsumer laneWoken;
    private volatile PgConnection connection;
    private volatile boolean stopped;

    WakeUps(Pool pool, IntConsumer laneWoken) {
        this.pool = pool;
        this.laneWoken = laneWoken;
    }

    void start() {
        pool.getConnection()
                .map(PgConnection::cast)
                .chain(this::listen)
                .subscribe()
                .with(ignored -> listening(), this::retryAfter);
    }

    private Uni<Void> listen(PgConnection taken) {
        connection = taken;
        taken.notificationHandler(this::notified);
        taken.closeHandler(this::lost);
        return taken.query("listen " + CHANNEL)
                .execute()
                .replaceWithVoid()
                .onFailure()
                .call(taken::close);
    }

    /** Rows may have been committed while nobody listened. */
    private void listening() {
        for (int lane = 0; lane < Lanes.COUNT; lane++) {
            laneWoken.accept(lane);
        }
    }

    private void notified(PgNotification notification) {
        laneWoken.accept(Integer.parseInt(notification.getPayload()));
    }

    private void lost() {
        if (!stopped) {
            LOG.warn("Lost the connection that listens for outbox rows; the sweep finds them until it is back");
            retry();
        }
    }

    private void retryAfter(Throwable failure) {
        if (!stopped) {
            LOG.debugf("Can't listen for outbox rows: %s", Failures.line(failure));
            retry();
        }
    }

    private void retry() {
        Uni.createFrom().voidItem().onItem().delayIt().by(RETRY).subscribe().with(ignored -> restart());
    }

    private void restart() {
        if (!stopped) {
            start();
        }
    }

    Uni<Void> stop() {
        stopped = true;
        PgConnection taken = connection;
        if (taken == null) {
            return Uni.createFrom().voidItem();
        }
        // The pool must not lend a connection that still listens.
        return taken.query("unlisten " + CHANNEL)
                .execute()
                .chain(taken::close)
                .onFailure()
                .recoverWithNull();
    }
}
