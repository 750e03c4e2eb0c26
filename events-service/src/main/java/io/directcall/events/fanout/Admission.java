package io.directcall.events.fanout;

/** How a subscription goes on. */
enum Admission {
    /** It has all that was read and gets each further event at once. */
    LIVE,
    /** There is more in memory than fits its queue: again when the client has taken what waits. */
    WHEN_TAKEN,
    /** It stands before what is in memory. */
    FROM_KAFKA,
    /** It is over. */
    ENDED
}
