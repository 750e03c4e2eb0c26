package io.directcall.contracts.user;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why a call was rejected. */
public enum RejectReason {
    /** The user does not want to talk now. */
    @JsonProperty("rejected")
    REJECTED,
    /** The user is in another call. */
    @JsonProperty("busy")
    BUSY
}
