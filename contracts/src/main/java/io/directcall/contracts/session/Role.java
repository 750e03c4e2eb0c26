package io.directcall.contracts.session;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a call token lets its holder do in the session. */
public enum Role {
    /** Sends and receives media, changes its own state. */
    @JsonProperty("participant")
    PARTICIPANT,
    /** As a participant; may also change and remove others and end the session for all. */
    @JsonProperty("moderator")
    MODERATOR,
    /** Receives only. */
    @JsonProperty("viewer")
    VIEWER
}
