package io.directcall.contracts.session;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.directcall.contracts.media.TrackKind;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** What a call token lets its holder do in the session. */
public enum Role {
    /** Sends and receives media, changes its own state. */
    @JsonProperty("participant")
    PARTICIPANT,
    /** As a participant; may also change and remove others and end the session for all. */
    @JsonProperty("moderator")
    MODERATOR,
    /** Receives only. */
    @JsonProperty("viewer")
    VIEWER;

    /** What it may send when nothing else is said. */
    public Set<TrackKind> publishes() {
        return limit(EnumSet.allOf(TrackKind.class));
    }

    /** What it may send of what is wanted. */
    public Set<TrackKind> limit(Set<TrackKind> wanted) {
        EnumSet<TrackKind> allowed = EnumSet.noneOf(TrackKind.class);
        if (this != VIEWER) {
            allowed.addAll(wanted);
        }
        return Collections.unmodifiableSet(allowed);
    }
}
