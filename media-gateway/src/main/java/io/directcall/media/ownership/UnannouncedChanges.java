package io.directcall.media.ownership;

import io.directcall.contracts.bridge.BridgeEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Changes of bridges that this replica has seen and not announced. Not thread-safe. */
final class UnannouncedChanges {
    /** A replica that dies, perhaps with the machine of a bridge, is replaced within this time; what it did not announce, its successor does. */
    static final Duration KEPT = Duration.ofSeconds(15);

    private static final int MOST = 1_000;

    private final Deque<BridgeEvent> changes = new ArrayDeque<>();

    void add(BridgeEvent change) {
        if (changes.size() == MOST) {
            changes.removeFirst();
        }
        changes.addLast(change);
    }

    /** Forgets what whoever was to announce it has announced by now. */
    void forgetOld(Instant now) {
        while (!changes.isEmpty() && changes.peekFirst().at().isBefore(now.minus(KEPT))) {
            changes.removeFirst();
        }
    }

    List<BridgeEvent> take() {
        List<BridgeEvent> all = List.copyOf(changes);
        changes.clear();
        return all;
    }
}
