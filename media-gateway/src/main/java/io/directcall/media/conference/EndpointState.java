package io.directcall.media.conference;

import java.util.Optional;

/**
 * Where a participant's endpoint stands. {@link #after} lists all transitions; the end of an endpoint, when its participant has left, is
 * no state: the endpoint is removed.
 */
public enum EndpointState {
    /** There is no endpoint on a bridge: none was made yet, or it was lost with its bridge or given up for a restart. */
    WAITING,
    /** The bridge has the endpoint and the client has an offer, but has not answered. */
    OFFERED,
    /** The client has answered; nothing was heard of it at the bridge. */
    ANSWERED,
    /** The bridge hears from the client. */
    CONNECTED,
    /** The bridge heard from the client no more, or never did. */
    LOST;

    /** What can happen to an endpoint. */
    public enum Change {
        ALLOCATED,
        ANSWERED,
        HEARD,
        SILENT,
        RESET
    }

    /** The state after a change, or empty when the change means nothing in this state. */
    public Optional<EndpointState> after(Change change) {
        return Optional.ofNullable(
                switch (change) {
                    case ALLOCATED -> this == WAITING ? OFFERED : null;
                    case ANSWERED -> this == OFFERED ? ANSWERED : null;
                    case HEARD -> this == ANSWERED || this == LOST ? CONNECTED : null;
                    case SILENT -> this == ANSWERED || this == CONNECTED ? LOST : null;
                    case RESET -> this == WAITING ? null : WAITING;
                });
    }
}
