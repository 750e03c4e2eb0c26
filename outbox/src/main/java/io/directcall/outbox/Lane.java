package io.directcall.outbox;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;

/**
 * Publishes one lane, batch after batch, while there are rows. It runs when it is woken, and never twice at the same time in this
 * process; other processes are kept out by a lock in the database.
 */
final class Lane {
    private static final Logger LOG = Logger.getLogger(Lane.class);
    private static final Duration FIRST_BACK_OFF = Duration.ofMillis(100);

    private enum State {
        IDLE,
        RUNNING,
        /** A wake-up came while a batch was under way, perhaps for a row that the batch did not see. */
        RUNNING_AND_WOKEN,
        STOPPED
    }

    private final int number;
    private final Batches batches;
    private final OutboxConfig config;
    private final AtomicReference<State> state = new AtomicReference<>(State.IDLE);
    private final CompletableFuture<Void> stopped = new CompletableFuture<>();
    private volatile boolean stopping;
    private final AtomicInteger failures = new AtomicInteger();
    private final RelayMetrics metrics;

    Lane(int number, Pool pool, RowPublisher publisher, OutboxConfig config, RelayMetrics metrics) {
        this.number = number;
        this.batches = new Batches(number, pool, publisher, config);
        this.config = config;
        this.metrics = metrics;
    }

    /** Gets ready for the first row. */
    void prepare() {
        batches.prepare();
    }

    /** Looks for rows now, or once more after the batch that is under way. */
    void wake() {
        State before = state.getAndUpdate(now -> switch (now) {
            case IDLE -> State.RUNNING;
            case RUNNING, RUNNING_AND_WOKEN -> State.RUNNING_AND_WOKEN;
            case STOPPED -> State.STOPPED;
        });
        if (before == State.IDLE) {
            run();
        }
    }

    /** Lets the batch that is under way end. */
    CompletableFuture<Void> stop() {
        stopping = true;
        stopWhenIdle();
        return stopped;
    }

    /** Gives up the batch that is still under way, if there is one. To be called after {@link #stop()}. */
    void close() {
        batches.close();
    }

    private void stopWhenIdle() {
        if (stopping && state.compareAndSet(State.IDLE, State.STOPPED)) {
            stopped.complete(null);
        }
    }

    private void run() {
        if (stopping) {
            state.set(State.STOPPED);
            stopped.complete(null);
            return;
        }
        batches.next(failures.get() > 0).subscribe().with(this::published, this::failed);
    }

    private void published(int rows) {
        int failed = failures.getAndSet(0);
        if (failed > 0) {
            LOG.infof("Outbox lane %d publishes again after %d failed attempts", number, failed);
        }
        metrics.published(rows);
        boolean more = rows == config.batchSize();
        if (!more && state.compareAndSet(State.RUNNING, State.IDLE)) {
            stopWhenIdle();
        } else {
            state.set(State.RUNNING);
            run();
        }
    }

    private void failed(Throwable failure) {
        int failed = failures.incrementAndGet();
        metrics.failed();
        if (failed == 1) {
            LOG.warnf("Outbox lane %d waits: %s", number, Failures.line(failure));
        }
        Uni.createFrom()
                .voidItem()
                .onItem()
                .delayIt()
                .by(backOff(failed))
                .subscribe()
                .with(ignored -> run());
    }

    private Duration backOff(int failed) {
        if (stopping) {
            return Duration.ofMillis(1);
        }
        Duration pause = FIRST_BACK_OFF.multipliedBy(1L << Math.min(failed - 1, 10));
        return pause.compareTo(config.maxBackOff()) < 0 ? pause : config.maxBackOff();
    }
}
