package io.directcall.contracts.session;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a session stands. */
public enum SessionState {
    /** Users are called, and none has accepted yet. */
    @JsonProperty("ringing")
    RINGING,
    /** Somebody accepted a call, and nobody has joined it yet. */
    @JsonProperty("waiting")
    WAITING,
    @JsonProperty("active")
    ACTIVE,
    @JsonProperty("ended")
    ENDED
}
