package io.directcall.infra.lease;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Tells how long nobody has held a lease. */
final class IdleClock {

    private final InstantSource clock;
    private int holders;
    private Instant idleSince;

    IdleClock(InstantSource clock) {
        this.clock = clock;
        this.idleSince = clock.instant();
    }

    synchronized void enter() {
        holders++;
    }

    synchronized void leave() {
        holders--;
        idleSince = clock.instant();
    }

    synchronized boolean idleFor(Duration limit) {
        return holders == 0 && !clock.instant().isBefore(idleSince.plus(limit));
    }
}
