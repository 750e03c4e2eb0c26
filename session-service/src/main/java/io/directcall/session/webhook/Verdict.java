package io.directcall.session.webhook;

import java.time.Instant;

/** What becomes of a delivery after an attempt. */
sealed interface Verdict {
    /** The target has it. */
    record Delivered() implements Verdict {}

    /** It is tried again. */
    record RetryAt(Instant at) implements Verdict {}

    /** It is not tried again, unless an operator replays it. */
    record Failed() implements Verdict {}
}
