package io.directcall.session.presence;

import io.directcall.session.presence.ReplicaLeases.Lease;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * Knows whether enough is heard of events-service to say who has no stream. While Kafka or the database is away nothing is heard of the
 * streams that open, and what was said meanwhile comes bit by bit. So nobody counts as lost until replicas were heard again for some time.
 */
final class Hearing {
    private final InstantSource clock;
    private final Duration silence;
    private final Duration catchingUp;

    private Instant lastLook = Instant.MIN;
    private Instant since = Instant.MAX;

    /** @param lease of the replicas of events-service; they speak six times in it */
    Hearing(InstantSource clock, Duration lease) {
        this.clock = clock;
        this.silence = lease.multipliedBy(2).dividedBy(5);
        this.catchingUp = lease.dividedBy(2);
    }

    /** To be called about once a second with all leases, unless they cannot be read. */
    synchronized void looked(List<Lease> all) {
        Instant now = clock.instant();
        boolean looking = lastLook.isAfter(now.minus(silence));
        boolean hearing =
                all.isEmpty() || all.stream().anyMatch(lease -> lease.lastSeen().isAfter(now.minus(silence)));
        lastLook = now;
        if (!hearing) {
            since = Instant.MAX;
        } else if (!looking || since.equals(Instant.MAX)) {
            since = now;
        }
    }

    /** Whether it was heard without a break for so long that nothing is missing any more. */
    synchronized boolean isComplete() {
        Instant now = clock.instant();
        return lastLook.isAfter(now.minus(silence)) && !since.isAfter(now.minus(catchingUp));
    }
}
