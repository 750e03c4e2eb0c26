package io.directcall.contracts.media;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a media track shows or plays. */
public enum TrackKind {
    @JsonProperty("audio")
    AUDIO,
    @JsonProperty("camera")
    CAMERA,
    @JsonProperty("screen")
    SCREEN
}
