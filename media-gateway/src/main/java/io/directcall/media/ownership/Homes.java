package io.directcall.media.ownership;

import io.directcall.media.bridge.selection.BridgeDirectory;
import io.directcall.media.bridge.selection.Departure;
import io.directcall.media.conference.Conference;
import io.directcall.media.conference.ConferenceNames;
import io.directcall.media.conference.MoveWish;
import io.directcall.media.conference.Placement;
import io.quarkus.logging.Log;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;

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

    /** Does what somebody wished since the conference was loaded. */
    void move(Conference conference, ConferenceNames names, Instant now) {
        Placement from = conference.placement().orElse(null);
        conference
                .takeMoveWish()
                .filter(wish -> from != null)
                .ifPresent(wish -> goal(wish, from)
                        .filter(bridge ->
                                conference.move(bridge, names.next(conference.sessionId()), wish.reason(), now))
                        .ifPresentOrElse(
                                bridge -> Log.infof(
                                        "session=%s bridge=%s moves to bridge=%s: %s",
                                        conference.sessionId(), from.bridge(), bridge, wish.reason()),
                                () -> Log.infof(
                                        "session=%s bridge=%s stays: no other bridge may take it",
                                        conference.sessionId(), from.bridge())));
    }

    private Optional<String> goal(MoveWish wish, Placement from) {
        return wish.bridgeId() == null
                ? directory.chooseOtherThan(from.bridge())
                : directory.urlOf(wish.bridgeId()).filter(directory::mayTake);
    }
}
