package io.directcall.events.subscription;

import io.directcall.events.log.LogEvent;
import java.util.Optional;

/** After which event a stream is over. Made for one stream; it may remember what it was shown. */
public interface EndRule {

    /** No event ends the stream. */
    EndRule NEVER = event -> Optional.empty();

    /** Shown each event that is sent, in order; says why the stream ends with it, if it does. */
    Optional<EndReason> after(LogEvent event);
}
