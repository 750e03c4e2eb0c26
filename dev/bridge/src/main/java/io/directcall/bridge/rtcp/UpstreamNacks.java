package io.directcall.bridge.rtcp;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What the bridge itself misses of one SSRC is asked of its sender, but the same packet at most every 40 ms: several
 * receivers miss it at once. Thread-safe.
 */
public final class UpstreamNacks {
    private static final int CAPACITY = 512;
    /** One retransmission request must not ask for more than a burst. */
    private static final int MOST_AT_ONCE = 100;

    private static final long AGAIN_AFTER_NANOS = Duration.ofMillis(40).toNanos();

    private final int[] sequences = new int[CAPACITY];
    private final long[] askedAt = new long[CAPACITY];

    /** Those of {@code missing} that are to be asked for now. */
    public synchronized List<Integer> toAsk(List<Integer> missing, long nowNanos) {
        List<Integer> ask = new ArrayList<>();
        for (Integer sequence : missing) {
            int slot = sequence % CAPACITY;
            boolean askedLately =
                    askedAt[slot] != 0 && sequences[slot] == sequence && nowNanos - askedAt[slot] < AGAIN_AFTER_NANOS;
            if (!askedLately && ask.size() < MOST_AT_ONCE) {
                sequences[slot] = sequence;
                askedAt[slot] = nowNanos;
                ask.add(sequence);
            }
        }
        return ask;
    }
}
