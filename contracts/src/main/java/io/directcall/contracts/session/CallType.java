package io.directcall.contracts.session;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether the pictures of the participants are part of the call. */
public enum CallType {
    @JsonProperty("audio")
    AUDIO,
    @JsonProperty("video")
    VIDEO
}
