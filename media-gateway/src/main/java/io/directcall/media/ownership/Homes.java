package io.directcall.media.ownership;

import io.directcall.media.bridge.selection.BridgeDirectory;
import io.directcall.media.bridge.selection.Departure;
import io.directcall.media.conference.Conference;
import io.directcall.media.conference.ConferenceNames;
import io.directcall.media.conference.Placement;
import jakarta.inject.Singleton;
import java.time.Instant;

/** Finds bridges for conferences, and takes conferences from bridges that failed them. */
@Singleton
final class Homes {
    private final BridgeDirectory directory;

    Homes(BridgeDirectory directory) {
        this.directory = directory;
    }

    /** @return false when no bridge may take a conference now */
    boolean find(Conference conference, ConferenceNames names) {
        return directory
                .choose()
                .map(bridge -> {
                    conference.place(bridge, names.next(conference.sessionId()));
                    return true;
                })
                .orElse(false);
    }

    /** A bridge that failed its conferences is left at once, unless there is nowhere else to go. */
    void leaveLost(Conference conference, Instant now) {
        Placement placement = conference.placement().orElse(null);
        if (placement != null && directory.departure(placement.bridge()) == Departure.LEAVE_NOW) {
            conference.placementLost(placement.conferenceId(), now);
        }
    }
}
