package io.directcall.system.faults.verify;

import java.util.List;

/**
 * All that one subscriber received, in the order of arrival.
 *
 * @param participantId who subscribed; null for an observer, who is entitled to everything
 * @param joinedWith number of the last event that the answer to its join told already; 0 for an observer
 * @param vanished it went without a word, or was kicked and is refused, so what it received may end anywhere
 * @param deliveries with repeats
 */
public record Received(String participantId, long joinedWith, boolean vanished, List<Delivery> deliveries) {
    String name() {
        return participantId == null ? "observer" : participantId;
    }
}
