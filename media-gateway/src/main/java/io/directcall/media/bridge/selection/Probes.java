package io.directcall.media.bridge.selection;

import java.time.Duration;
import java.time.Instant;

/**
 * When a bridge that did not answer is asked again, and which silence counts. Three refusals in a row come within half a second, three
 * silences take three deadlines.
 *
 * @param deadline of a probe
 */
record Probes(Duration deadline) {
    /** Enough for a restart to show as one refusal among answers, short enough for three refusals to be over before anybody misses frames. */
    static final Duration SHORTEST_PAUSE = Duration.ofMillis(200);

    /** A deadline that passes later than this was noticed late: this gateway stood still, and the answer may lie unread. */
    static final Duration TOLERANCE = Duration.ofMillis(300);

    /** Whether a failure says something of the bridge. */
    boolean counts(Instant askedAt, Instant failedAt) {
        return !failedAt.isAfter(askedAt.plus(deadline).plus(TOLERANCE));
    }

    /** How long to wait after a failure before the bridge is asked again. */
    static Duration pause(Instant askedAt, Instant failedAt) {
        Duration left = SHORTEST_PAUSE.minus(Duration.between(askedAt, failedAt));
        return left.isNegative() ? Duration.ZERO : left;
    }
}
