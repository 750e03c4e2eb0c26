package io.directcall.system.faults.verify;

import java.time.Duration;
import java.time.Instant;

/**
 * A command and what came of it at the client.
 *
 * @param sentAt when it was sent for the first time
 * @param answeredAt when the last answer arrived, or waiting for one ended
 * @param attempts how often it was sent
 * @param participantId whom an accepted join made, else null
 */
public record Execution(
        Command command, Instant sentAt, Instant answeredAt, Result result, int attempts, String participantId) {
    /** What its event's time may differ, by rounding. */
    private static final Duration MARGIN = Duration.ofMillis(5);
    /** After it was given up an attempt may still wait in a part that hangs. */
    private static final Duration LATE = Duration.ofSeconds(30);

    /** How it was answered. */
    public enum Result {
        ACCEPTED,
        REFUSED,
        /** No definite answer, so it may have happened or not. */
        UNKNOWN
    }

    /** The first moment at which it can have been decided. */
    Instant from() {
        return sentAt.minus(MARGIN);
    }

    /** The last one. */
    Instant until() {
        return answeredAt.plus(result == Result.UNKNOWN ? LATE : MARGIN);
    }

    /** Whether something that was decided at this time can have come of it. */
    boolean covers(Instant time) {
        return !time.isBefore(from()) && !time.isAfter(until());
    }

    @Override
    public String toString() {
        return command + " " + result + " (sent " + sentAt + ", answered " + answeredAt + ", " + attempts
                + " attempts)";
    }
}
