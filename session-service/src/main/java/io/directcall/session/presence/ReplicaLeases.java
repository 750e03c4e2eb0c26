package io.directcall.session.presence;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * Decides which replicas of events-service are dead: those that were silent for the time of the lease while others were heard. Silence of
 * all proves nothing, since Kafka or this service may have been away, and what was said meanwhile comes bit by bit: then no replica is dead
 * before somebody was heard for the time of a whole lease again.
 */
final class ReplicaLeases {
    private final InstantSource clock;
    private final Duration lease;
    /** Missing a beat or two is no silence yet; the other half of the lease is left for those that are heard last. */
    private final Duration silence;

    private Instant lastLook = Instant.MIN;
    private Instant hearingSince = Instant.MAX;

    /** @param lease how long a replica may be silent */
    ReplicaLeases(InstantSource clock, Duration lease) {
        this.clock = clock;
        this.lease = lease;
        this.silence = lease.dividedBy(2);
    }

    /**
     * What was heard of a replica.
     *
     * @param replicaId the replica
     * @param lastSeen when a message of it was handled last
     */
    record Lease(String replicaId, Instant lastSeen) {}

    /** The leases that are over. To be called about once a second with all that there are, unless they cannot be read. */
    synchronized List<Lease> over(List<Lease> all) {
        Instant now = clock.instant();
        boolean looking = lastLook.isAfter(now.minus(silence));
        boolean hearing = all.stream().anyMatch(one -> one.lastSeen().isAfter(now.minus(silence)));
        lastLook = now;
        if (!hearing) {
            hearingSince = Instant.MAX;
        } else if (!looking || hearingSince.equals(Instant.MAX)) {
            hearingSince = now;
        }
        Instant longAgo = now.minus(lease);
        return hearingSince.isAfter(longAgo)
                ? List.of()
                : all.stream().filter(one -> !one.lastSeen().isAfter(longAgo)).toList();
    }
}
