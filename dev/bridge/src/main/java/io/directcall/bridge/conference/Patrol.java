package io.directcall.bridge.conference;

import io.directcall.bridge.channel.ChannelMessages;
import java.util.List;

/** Looks after the endpoints of a conference: who is silent, who has to go. */
final class Patrol {
    private static final System.Logger LOG = System.getLogger(Patrol.class.getName());

    private Patrol() {}

    static void inspect(Conference conference, long nowNanos) {
        for (Endpoint endpoint : List.copyOf(conference.endpoints())) {
            switch (endpoint.check(nowNanos)) {
                case UNCHANGED -> {}
                case NEVER_CONNECTED -> tell(conference, endpoint, false);
                case BECAME_INACTIVE -> {
                    log(endpoint, "inactive");
                    tell(conference, endpoint, false);
                }
                case BECAME_ACTIVE -> {
                    log(endpoint, "active again");
                    tell(conference, endpoint, true);
                }
                case EXPIRED -> {
                    log(endpoint, "expired");
                    conference.expireEndpoint(endpoint);
                }
            }
        }
    }

    /** To all, the one concerned included. */
    private static void tell(Conference conference, Endpoint endpoint, boolean active) {
        conference.broadcast(ChannelMessages.connectivity(endpoint.id(), active));
    }

    private static void log(Endpoint endpoint, String what) {
        LOG.log(
                System.Logger.Level.INFO,
                "session={0} participant={1} {2}",
                endpoint.conference().meetingId(),
                endpoint.id(),
                what);
    }
}
