package io.directcall.session.webhook;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jboss.logging.Logger.Level;

/**
 * Sends the deliveries of one target: several sessions at a time, each session one after the other. Its slots are its own, so a target
 * that is slow or dead holds up nothing else.
 */
final class TargetQueue {
    /** Attempts to one target that a replica has under way at a time. */
    static final int SLOTS = 8;
    /** Longer than an attempt can take. After it a claim counts as lost with its replica, and another one sends again. */
    static final Duration LEASE = Duration.ofSeconds(30);

    private static final Logger LOG = Logger.getLogger(TargetQueue.class);

    private final Target target;
    private final DeliveryTable table;
    private final Sender sender;
    private final RetryRules rules;
    private final DeliveryMetrics metrics;
    private final InstantSource clock;
    private final Semaphore slots = new Semaphore(SLOTS);
    private volatile boolean stopped;

    TargetQueue(
            Target target,
            DeliveryTable table,
            Sender sender,
            RetryRules rules,
            DeliveryMetrics metrics,
            InstantSource clock) {
        this.target = target;
        this.table = table;
        this.sender = sender;
        this.rules = rules;
        this.metrics = metrics;
        this.clock = clock;
    }

    /**
     * Claims what is due for all slots that are free. Called by the sweep and whenever a slot gets free; when two of these meet, one has
     * the slots and the other nothing to do.
     */
    void wake() {
        int free = stopped ? 0 : slots.drainPermits();
        if (free > 0) {
            table.claim(target.name(), clock.instant(), LEASE, free)
                    .subscribe()
                    .with(claimed -> claimed(claimed, free), failure -> notClaimed(failure, free));
        }
    }

    private void claimed(List<Delivery> claimed, int free) {
        slots.release(free - claimed.size());
        claimed.forEach(this::attempt);
    }

    /** The next sweep tries again. */
    private void notClaimed(Throwable failure, int free) {
        slots.release(free);
        LOG.debugf("webhook=%s can't look for deliveries: %s", target.name(), failure.getMessage());
    }

    private void attempt(Delivery delivery) {
        Instant begun = clock.instant();
        sender.send(target, delivery)
                .chain(attempt -> end(delivery, attempt, begun))
                .subscribe()
                .with(ignored -> slotFree(), failure -> notEnded(delivery, failure));
    }

    private Uni<Void> end(Delivery delivery, Attempt attempt, Instant begun) {
        Instant now = clock.instant();
        Verdict verdict = rules.after(delivery, attempt, now);
        return table.end(delivery, attempt, verdict, now, Duration.between(begun, now))
                .invoke(ended -> tell(delivery, attempt, verdict, ended))
                .replaceWithVoid();
    }

    private void tell(Delivery delivery, Attempt attempt, Verdict verdict, boolean ended) {
        if (!ended) {
            LOG.warnf("%s was taken over by another replica", name(delivery));
            return;
        }
        metrics.count(target.name(), verdict);
        switch (verdict) {
            case Verdict.Delivered ignored -> LOG.debugf("%s delivered", name(delivery));
            // Once for each delivery: the attempts of a day are in the log of deliveries.
            case Verdict.RetryAt retry ->
                LOG.logf(
                        delivery.failures() == 0 ? Level.INFO : Level.DEBUG,
                        "%s attempt=%d next=%s: %s",
                        name(delivery),
                        delivery.attempt(),
                        retry.at(),
                        attempt.error());
            case Verdict.Failed ignored ->
                LOG.warnf("%s attempt=%d given up: %s", name(delivery), delivery.attempt(), attempt.error());
        }
    }

    /** Its claim lapses and it is sent again: at least once. */
    private void notEnded(Delivery delivery, Throwable failure) {
        LOG.warnf("%s was sent, but its result can't be stored: %s", name(delivery), failure.getMessage());
        slots.release();
    }

    private void slotFree() {
        slots.release();
        wake();
    }

    private String name(Delivery delivery) {
        return "session=" + delivery.sessionId() + " webhook=" + target.name() + " delivery=" + delivery.id();
    }

    /** Begins nothing more, and waits for what is under way. */
    boolean stop(Duration atMost) throws InterruptedException {
        stopped = true;
        return slots.tryAcquire(SLOTS, atMost.toMillis(), TimeUnit.MILLISECONDS);
    }
}
