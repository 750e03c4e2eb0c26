package io.directcall.media.conference;

/**
 * What a conference needs from a bridge next. Carried out outside of any database transaction; its result is told to the conference as it
 * is by then. Each step may be repeated: a crash between the bridge's answer and the commit only makes it run again.
 */
public sealed interface Step {
    /** Participants wait and no bridge is chosen. */
    record ChooseBridge() implements Step {}

    /** Remove an endpoint or a conference from a bridge. */
    record Expire(Expiry expiry) implements Step {}

    /** Make an endpoint, and the conference with it when {@code placement} is not created yet. */
    record Allocate(Placement placement, String participantId, boolean viewer) implements Step {}

    /** Tell the bridge of a client's answer. */
    record Apply(Placement placement, String participantId, ClientMedia media) implements Step {}
}
