package io.directcall.media.ownership;

import io.directcall.media.bridge.quarantine.Quarantine;
import io.directcall.media.bridge.selection.BridgeDirectory;
import io.directcall.media.bridge.selection.Departure;
import io.directcall.media.conference.Conference;
import io.directcall.media.conference.ConferenceNames;
import io.directcall.media.conference.EndpointState;
import io.directcall.media.conference.Findings;
import io.directcall.media.conference.Inventory;
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
    private final Quarantine quarantine;

    Homes(BridgeDirectory directory, Quarantine quarantine) {
        this.directory = directory;
        this.quarantine = quarantine;
    }

    /** @return false when no bridge may take a conference now */
    boolean find(Conference conference, ConferenceNames names) {
        return directory
                .choose(conference.state().endpoints().size(), any -> true)
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
                .ifPresent(wish -> goal(
                                wish, from, conference.state().endpoints().size())
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

    private Optional<String> goal(MoveWish wish, Placement from, int endpoints) {
        return wish.bridgeId() == null
                ? directory.choose(endpoints, bridge -> !bridge.equals(from.bridge()))
                : directory.byId(wish.bridgeId()).flatMap(wanted -> directory.choose(endpoints, wanted.url()::equals));
    }

    /** The bridge does not know the conference: it is made anew, and the bridge has to explain itself when people were connected. */
    void forgotten(Conference conference, String conferenceId, Instant now) {
        conference
                .placement()
                .filter(placement -> placement.conferenceId().equals(conferenceId))
                .ifPresent(placement -> quarantine.conferenceUnknown(placement.bridge(), connected(conference)));
        conference.placementLost(conferenceId, now);
    }

    /** Sets right what a bridge has of a conference. */
    Findings reconcile(Conference conference, Inventory found, Instant now) {
        long connected = connected(conference);
        Findings findings = conference.reconcile(found, now);
        findings.lostConference().ifPresent(lost -> quarantine.conferenceUnknown(found.bridge(), connected));
        return findings;
    }

    private static long connected(Conference conference) {
        return conference.state().endpoints().values().stream()
                .filter(endpoint -> endpoint.state() == EndpointState.CONNECTED)
                .count();
    }
}
