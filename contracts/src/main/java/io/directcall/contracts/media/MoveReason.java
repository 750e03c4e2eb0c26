package io.directcall.contracts.media;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why a conference goes to another bridge. */
public enum MoveReason {
    /** Its bridge failed or lost it: media is interrupted until the participants have answered their next offers. */
    @JsonProperty("bridge-failed")
    BRIDGE_FAILED,
    /** Its bridge is being drained or shut down; media goes on there meanwhile. */
    @JsonProperty("bridge-drained")
    BRIDGE_DRAINED,
    /** An operator asked for it; media goes on on the old bridge meanwhile. */
    @JsonProperty("requested")
    REQUESTED
}
