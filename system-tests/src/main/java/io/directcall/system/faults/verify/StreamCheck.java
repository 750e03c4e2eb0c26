package io.directcall.system.faults.verify;

import io.directcall.system.faults.verify.Finding.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Compares one subscriber's stream with the log. It is entitled to each event after its join up to its own leaving. An event may come
 * again only as another record of the topic: the outbox publishes at least once. The same record never comes twice, however often the
 * subscriber reconnects, because it says after which one to go on.
 */
final class StreamCheck {
    private final String sessionId;
    private final Received received;
    private final long first;
    private final long last;
    private final List<Finding> findings = new ArrayList<>();
    private final Set<Long> seen = new TreeSet<>();
    private int expected;
    private int republished;

    StreamCheck(String sessionId, EventLog log, Received received) {
        this.sessionId = sessionId;
        this.received = received;
        this.first = received.joinedWith() + 1;
        long left = received.participantId() == null
                ? log.lastSeq()
                : log.leftWith(received.participantId()).orElse(log.lastSeq());
        this.last = received.vanished() ? Math.min(left, newest()) : left;
        walk();
        compare();
    }

    List<Finding> findings() {
        return findings;
    }

    int expected() {
        return expected;
    }

    int delivered() {
        return (int) seen.stream().filter(seq -> seq >= first).count();
    }

    /** Repeats that the outbox may make. */
    int republished() {
        return republished;
    }

    private long newest() {
        return received.deliveries().stream().mapToLong(Delivery::seq).max().orElse(0);
    }

    private void walk() {
        long newestSeq = 0;
        long offset = Long.MIN_VALUE;
        for (Delivery delivery : received.deliveries()) {
            boolean isNew = seen.add(delivery.seq());
            if (delivery.offset() <= offset) {
                add(
                        isNew ? Kind.OUT_OF_ORDER : Kind.REPEATED,
                        delivery.seq(),
                        "came at offset " + delivery.offset() + " after offset " + offset);
            } else if (!isNew) {
                republished++;
            } else if (delivery.seq() < newestSeq) {
                add(
                        Kind.OUT_OF_ORDER,
                        delivery.seq(),
                        "came at offset " + delivery.offset() + " after " + newestSeq + " at offset " + offset);
            }
            newestSeq = Math.max(newestSeq, delivery.seq());
            offset = Math.max(offset, delivery.offset());
        }
    }

    private void compare() {
        for (long seq = first; seq <= last; seq++) {
            expected++;
            if (!seen.contains(seq)) {
                add(Kind.LOST, seq, "was not received");
            }
        }
        seen.stream().filter(seq -> seq > last).forEach(seq -> add(Kind.FOREIGN, seq, "came after its own leaving"));
    }

    private void add(Kind kind, long seq, String what) {
        findings.add(new Finding(kind, sessionId, seq, "subscriber " + received.name() + ": " + what));
    }
}
