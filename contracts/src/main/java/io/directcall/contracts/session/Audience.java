package io.directcall.contracts.session;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Who of those in a session an event is for, where it is not for all. */
public enum Audience {
    /** Whose call token has the role {@code moderator}. */
    @JsonProperty("moderators")
    MODERATORS
}
