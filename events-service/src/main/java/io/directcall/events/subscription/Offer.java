package io.directcall.events.subscription;

/** What became of an event that a subscription was offered. */
public enum Offer {
    /** It waits to be sent. */
    QUEUED,
    /** The client has seen it, or it is not for this client. */
    SKIPPED,
    /** There is no room: the subscription catches up from this event on once its client has taken what waits. */
    FULL,
    /** The subscription has ended, perhaps with this very event. */
    ENDED
}
