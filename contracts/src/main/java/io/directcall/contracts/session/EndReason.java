package io.directcall.contracts.session;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why a session ended. */
public enum EndReason {
    /** The last participant left. */
    @JsonProperty("everyone-left")
    EVERYONE_LEFT,
    /** A moderator or the application's server ended it. */
    @JsonProperty("ended-for-all")
    ENDED_FOR_ALL
}
