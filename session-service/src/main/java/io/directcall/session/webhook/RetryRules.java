package io.directcall.session.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/** Decides what becomes of a delivery after an attempt. */
final class RetryRules {
    static final Duration GIVE_UP_AFTER = Duration.ofHours(24);
    /** Twice the shortest pause: half of it is drawn by lot, so that what failed together does not come back together. */
    private static final Duration FIRST = Duration.ofSeconds(2);

    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final int MAX_DOUBLINGS = 10;
    /** What a target may ask for; more would be a mistake that holds its deliveries back for days. */
    private static final Duration LONGEST_ASKED_FOR = Duration.ofHours(1);

    private static final int GONE = 410;

    private final RandomGenerator random;

    RetryRules(RandomGenerator random) {
        this.random = random;
    }

    /**
     * Everything but 2xx is tried again, also 4xx: most of them are mistakes that somebody repairs within the day. 410 says that the
     * target wants no more.
     */
    Verdict after(Delivery delivery, Attempt attempt, Instant now) {
        if (attempt.succeeded()) {
            return new Verdict.Delivered();
        }
        Instant next = now.plus(pause(delivery.failures() + 1, attempt.retryAfter()));
        if (attempt.status() == GONE || next.isAfter(delivery.giveUpAt())) {
            return new Verdict.Failed();
        }
        return new Verdict.RetryAt(next);
    }

    private Duration pause(int failures, Duration askedFor) {
        Duration backOff = backOff(failures);
        Duration asked = shorter(askedFor, LONGEST_ASKED_FOR);
        return asked.compareTo(backOff) > 0 ? asked : backOff;
    }

    /** From 1 s to 10 min. */
    private Duration backOff(int failures) {
        long longest = shorter(FIRST.multipliedBy(1L << Math.min(failures - 1, MAX_DOUBLINGS)), LONGEST)
                .toMillis();
        return Duration.ofMillis(random.nextLong(longest / 2, longest + 1));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
