package io.directcall.events.stream;

import io.directcall.events.subscription.EndReason;
import java.time.Instant;
import java.util.Optional;

/** What lets a client have its stream, for as long as the stream is open. Called by the stream's event loop: must not block. */
interface Entitlement {

    /** Why the stream must end now; empty while it may go on. Asked about once a second. */
    Optional<EndReason> endedAt(Instant now);
}
