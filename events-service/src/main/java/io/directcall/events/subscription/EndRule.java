package io.directcall.events.subscription;

import io.directcall.events.log.LogEvent;
import java.util.Optional;

/** With which event a stream is over. Made for one stream; it may remember what its client knows. */
public interface EndRule {

    /** No event ends the stream. */
    EndRule NEVER = event -> Optional.empty();

    /** Why the stream ends with this event, if it does. Changes nothing: an event for which there is no room is asked about again. */
    Optional<EndReason> with(LogEvent event);

    /** The client knows the event: it was sent now, or before the client came back. */
    default void known(LogEvent event) {}
}
