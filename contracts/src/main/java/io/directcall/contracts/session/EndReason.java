package io.directcall.contracts.session;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why a session ended. */
public enum EndReason {
    /** The last participant left. */
    @JsonProperty("everyone-left")
    EVERYONE_LEFT,
    /** A moderator, the application's server or one of two participants ended it. */
    @JsonProperty("ended-for-all")
    ENDED_FOR_ALL,
    /** One participant was alone for longer than the idle period. */
    @JsonProperty("idle")
    IDLE,
    /** It lasted as long as the installation allows. */
    @JsonProperty("max-length")
    MAX_LENGTH,
    /** A call was accepted, and then nobody joined it. */
    @JsonProperty("nobody-joined")
    NOBODY_JOINED,
    /** Nobody answered the ringing in time. */
    @JsonProperty("unanswered")
    UNANSWERED,
    /** All who were called rejected the call. */
    @JsonProperty("rejected")
    REJECTED,
    /** All who were called are in another call. */
    @JsonProperty("busy")
    BUSY,
    /** The caller gave up before anybody accepted. */
    @JsonProperty("cancelled")
    CANCELLED
}
