package io.directcall.media.bridge.selection;

import io.directcall.media.bridge.BridgeLoad;
import java.time.Instant;

/** Something that was learnt of a bridge. */
sealed interface BridgeSignal {
    /** It answered. */
    record Reported(BridgeLoad load) implements BridgeSignal {}

    /**
     * It did not answer, or not in a way that can be read.
     *
     * @param why for people
     */
    record Failed(String why) implements BridgeSignal {}

    /** It is among the configured or discovered bridges. */
    record Listed() implements BridgeSignal {}

    /** It is not among the configured or discovered bridges any more. */
    record Withdrawn() implements BridgeSignal {}

    /**
     * It failed its conferences though it answers.
     *
     * @param until when it may be tried again
     * @param why for people
     */
    record Quarantined(Instant until, String why) implements BridgeSignal {}
}
