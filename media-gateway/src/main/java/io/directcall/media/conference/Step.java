package io.directcall.media.conference;

import java.util.List;

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

    /** Tell the bridge of a client's answer, and what it holds back of the client. */
    record Apply(Placement placement, String participantId, ClientMedia media, Restrictions restrictions)
            implements Step {}

    /**
     * Tell the bridge to hold back more or less of a client than before.
     *
     * @param sources all that the bridge is to know of; null when they stay as they are
     */
    record Restrict(Placement placement, String participantId, Restrictions restrictions, List<Source> sources)
            implements Step {}
}
