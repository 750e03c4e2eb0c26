package io.directcall.contracts.session;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why a participant is no longer in a session. */
public enum LeaveReason {
    /** The participant left. */
    @JsonProperty("left")
    LEFT,
    /** Neither the participant's event stream nor its media was heard of for too long. */
    @JsonProperty("connection-lost")
    CONNECTION_LOST,
    /** A moderator or the application's server removed the participant. */
    @JsonProperty("kicked")
    KICKED,
    /** The call token that the participant joined with was revoked. */
    @JsonProperty("token-revoked")
    TOKEN_REVOKED,
    /** The same user joined again, and the installation allows one participant of a user in a session. */
    @JsonProperty("replaced")
    REPLACED,
    /** The session ended for all. */
    @JsonProperty("session-ended")
    SESSION_ENDED
}
