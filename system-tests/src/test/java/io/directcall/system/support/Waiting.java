package io.directcall.system.support;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** Waiting for what a page shows: on the test's own thread, because Playwright's objects belong to it. */
public final class Waiting {
    private static final Duration POLL = Duration.ofMillis(200);

    private Waiting() {}

    /** Waits up to this many seconds. */
    public static ConditionFactory within(int seconds) {
        return Awaitility.await()
                .pollInSameThread()
                .pollDelay(Duration.ZERO)
                .pollInterval(POLL)
                .atMost(Duration.ofSeconds(seconds));
    }
}
