package io.directcall.service.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Optional;

/** The buckets of all senders of one kind. Safe for use by many threads, and never waits. */
final class Buckets {
    /**
     * Most senders that are remembered, so that somebody with a million addresses does not fill the memory. Of more, those that ask least
     * are forgotten, and begin anew.
     */
    static final int MOST = 50_000;

    private static final Duration PERIOD = Duration.ofMinutes(1);

    private final int perMinute;
    private final TimeMeter clock;
    private final Cache<String, Bucket> buckets;

    Buckets(int perMinute, TimeMeter clock) {
        this.perMinute = perMinute;
        this.clock = clock;
        // A bucket that nobody took from for a period is full: it may as well be forgotten.
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterAccess(PERIOD)
                .ticker(clock::currentTimeNanos)
                .executor(Runnable::run)
                .build();
    }

    /** Counts a request: empty when it is let through, else when there is room for another one. */
    Optional<Duration> take(String sender) {
        if (perMinute == 0) {
            return Optional.empty();
        }
        ConsumptionProbe probe = buckets.get(sender, unseen -> full()).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    /** How many senders are remembered. */
    long size() {
        buckets.cleanUp();
        return buckets.estimatedSize();
    }

    private Bucket full() {
        return Bucket.builder()
                .withCustomTimePrecision(clock)
                .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, PERIOD))
                .build();
    }
}
