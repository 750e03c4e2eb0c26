package io.directcall.contracts.media;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How much a participant's network lets through from the bridge to it. */
public enum ConnectionQuality {
    /** Enough for large pictures. */
    @JsonProperty("good")
    GOOD,
    /** Enough for small pictures. */
    @JsonProperty("fair")
    FAIR,
    /** Hardly enough for sound. */
    @JsonProperty("poor")
    POOR
}
