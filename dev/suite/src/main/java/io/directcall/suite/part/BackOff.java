package io.directcall.suite.part;

import java.time.Duration;

/** How long to wait before a part that died is started again: longer each time, until it has run well for a while. */
final class BackOff {
    static final Duration FIRST = Duration.ofMillis(250);
    static final Duration LONGEST = Duration.ofSeconds(8);
    static final Duration RAN_WELL = Duration.ofSeconds(5);

    private Duration next = FIRST;

    /**
     * The pause after a process that died.
     *
     * @param ran how long it had been ready; zero when it never was
     */
    Duration after(Duration ran) {
        if (ran.compareTo(RAN_WELL) >= 0) {
            next = FIRST;
        }
        Duration pause = next;
        Duration doubled = next.multipliedBy(2);
        next = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        return pause;
    }
}
