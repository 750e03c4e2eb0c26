package io.directcall.contracts.session;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a session stands. */
public enum SessionState {
    @JsonProperty("active")
    ACTIVE,
    @JsonProperty("ended")
    ENDED
}
