package io.directcall.events.subscription;

import io.directcall.events.log.LogEvent;
import io.directcall.events.position.Channel;

/** Who listens to what. */
public sealed interface Listener permits SessionListener, UserListener {

    /** The kind of stream. */
    Channel channel();

    /** Key of the records that may concern this listener. */
    String key();

    /** Says who it is, for the log. */
    String name();

    /** True when the event may be sent to this listener. */
    boolean mayReceive(LogEvent event);
}
