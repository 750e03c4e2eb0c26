package io.directcall.media.conference;

import java.time.Duration;

/**
 * The times of a conference.
 *
 * @param answerTimeout how long a changed offer waits for the answer to the one before
 * @param connectTime after this time without complaint of the bridge, an endpoint that answered is taken as connected: bridges report
 *     an endpoint that never connects (after 15 s), but not one that does
 * @param retry between attempts at something that a bridge did not take
 * @param moveOverlap how long a conference that moves stays on the bridge that it leaves: its participants answer their next offers
 *     meanwhile, and those who are slow keep their media
 * @param expiryLifetime how long an expiry is tried; bridges drop silent endpoints by themselves after three minutes at most
 */
public record Timing(
        Duration answerTimeout, Duration connectTime, Duration retry, Duration moveOverlap, Duration expiryLifetime) {
    /** Proved values. */
    public static final Timing DEFAULT = new Timing(
            Duration.ofSeconds(10),
            Duration.ofSeconds(17),
            Duration.ofSeconds(2),
            Duration.ofSeconds(10),
            Duration.ofMinutes(4));
}
