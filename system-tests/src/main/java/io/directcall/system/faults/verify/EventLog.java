package io.directcall.system.faults.verify;

import io.directcall.contracts.session.SessionEvent;
import io.directcall.contracts.session.SessionEvent.ParticipantLeft;
import io.directcall.contracts.session.SessionEvent.SessionEnded;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What happened in a session by number, put together from what all its subscribers received. */
final class EventLog {
    private final SortedMap<Long, SessionEvent> bySeq = new TreeMap<>();
    private final List<Finding> findings = new ArrayList<>();

    EventLog(SessionTrace trace) {
        add(trace.sessionId(), trace.observer());
        trace.subscribers().forEach(subscriber -> add(trace.sessionId(), subscriber));
        for (long seq = 1; seq < lastSeq(); seq++) {
            if (!bySeq.containsKey(seq)) {
                findings.add(new Finding(Finding.Kind.LOST, trace.sessionId(), seq, "nobody received it"));
            }
        }
    }

    private void add(String sessionId, Received received) {
        for (Delivery delivery : received.deliveries()) {
            SessionEvent event = delivery.event();
            SessionEvent known = bySeq.putIfAbsent(event.seq(), event);
            if (!event.sessionId().equals(sessionId) || (known != null && !known.equals(event))) {
                findings.add(new Finding(
                        Finding.Kind.FOREIGN,
                        sessionId,
                        event.seq(),
                        received.name() + " received " + event + (known == null ? "" : ", others " + known)));
            }
        }
    }

    List<Finding> findings() {
        return findings;
    }

    List<SessionEvent> events() {
        return List.copyOf(bySeq.values());
    }

    long lastSeq() {
        return bySeq.isEmpty() ? 0 : bySeq.lastKey();
    }

    /** Number of the event with which a participant left, empty while it has not. */
    Optional<Long> leftWith(String participantId) {
        return bySeq.values().stream()
                .filter(event -> event instanceof ParticipantLeft left
                        && left.participantId().equals(participantId))
                .map(SessionEvent::seq)
                .findFirst();
    }

    boolean hasEnded() {
        return !bySeq.isEmpty() && bySeq.get(lastSeq()) instanceof SessionEnded;
    }
}
