package io.directcall.session.rules;

import io.directcall.contracts.session.CallType;
import java.time.Instant;

/** Where a session stands. {@code NotStarted -> Active -> Ended -> Active -> ...}: a join starts it, also again after it ended. */
public sealed interface Life {
    /** Nobody has joined yet: there is no trace of the session. */
    record NotStarted() implements Life {}

    /** At least one participant is in it. */
    record Active(CallType type, Instant startedAt) implements Life {}

    /** Nobody is in it any more. */
    record Ended(CallType type, Instant startedAt, Instant endedAt) implements Life {}
}
