package io.directcall.system.faults.verify;

import io.directcall.contracts.session.SessionEvent;
import java.time.Instant;

/**
 * One event as one subscriber received it.
 *
 * @param offset where the subscriber's stream stood after it in the topic {@code session-events}
 * @param receivedAt when it arrived
 */
public record Delivery(SessionEvent event, long offset, Instant receivedAt) {
    long seq() {
        return event.seq();
    }
}
