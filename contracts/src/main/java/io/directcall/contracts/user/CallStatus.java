package io.directcall.contracts.user;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a call stands, in the words of CometChat's API. */
public enum CallStatus {
    /** It rings. */
    @JsonProperty("initiated")
    INITIATED,
    /** Somebody accepted, or a session without ringing has begun. */
    @JsonProperty("ongoing")
    ONGOING,
    /** Nobody answered in time. */
    @JsonProperty("unanswered")
    UNANSWERED,
    /** All who were called rejected it. */
    @JsonProperty("rejected")
    REJECTED,
    /** All who were called are in another call. */
    @JsonProperty("busy")
    BUSY,
    /** The caller gave up. */
    @JsonProperty("cancelled")
    CANCELLED,
    /** It took place and is over. */
    @JsonProperty("ended")
    ENDED
}
