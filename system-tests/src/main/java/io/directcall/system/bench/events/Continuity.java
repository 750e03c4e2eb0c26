package io.directcall.system.bench.events;

import java.util.HashSet;
import java.util.Set;

/** Whether a subscriber gets the events 1, 2, 3 ... of its channel, each once and in order. */
final class Continuity {
    private final Set<Long> missing = new HashSet<>();
    private long last;
    private long outOfOrder;
    private long repeated;

    /** What became of an event. */
    enum Verdict {
        NEW,
        REPEATED
    }

    Verdict take(long seq) {
        if (seq > last) {
            for (long skipped = last + 1; skipped < seq; skipped++) {
                missing.add(skipped);
            }
            last = seq;
            return Verdict.NEW;
        }
        if (missing.remove(seq)) {
            outOfOrder++;
            return Verdict.NEW;
        }
        repeated++;
        return Verdict.REPEATED;
    }

    /** @param published how many events there were */
    long lost(long published) {
        return missing.size() + Math.max(0, published - last);
    }

    long outOfOrder() {
        return outOfOrder;
    }

    long repeated() {
        return repeated;
    }
}
