package io.directcall.events.fanout;

import io.directcall.events.position.Position;
import java.time.Instant;

/** Where a client wants its stream to start. */
public sealed interface StartFrom {

    /** After the last event that it got. */
    record Resume(Position position) implements StartFrom {}

    /** With the first event that the broker appended at this time or later. */
    record Since(Instant time) implements StartFrom {}

    /** With what comes next. */
    record Now() implements StartFrom {}
}
