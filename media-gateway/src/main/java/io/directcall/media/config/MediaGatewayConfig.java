package io.directcall.media.config;

import io.directcall.media.sdp.MediaProfile;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Configuration of the media gateway. */
@ConfigMapping(prefix = "directcall")
public interface MediaGatewayConfig {
    /**
     * Base URLs of the bridges' private REST interfaces, comma-separated, such as {@code http://jvb-0.jvb:8080}. None by default: then
     * all media waits.
     */
    Optional<List<URI>> bridges();

    /** What is offered. */
    MediaConfig media();

    /** How bridges are treated. */
    BridgeConfig bridge();

    /** How messages are worked through. */
    OwnershipConfig ownership();

    /** How long conferences are remembered. */
    ConferenceConfig conference();

    /** What is offered. */
    interface MediaConfig {
        /**
         * How cameras are sent: {@code vp8-simulcast}, {@code vp8} or {@code vp9-svc}. Default vp8. Calls that have begun keep theirs.
         */
        @WithDefault("vp8")
        MediaProfile video();
    }

    /** How bridges are treated. */
    interface BridgeConfig {
        /** How often each bridge is asked for health and load. Three failures in a row make it unreachable. Default 2 s. */
        @WithDefault("2s")
        Duration pollInterval();

        /** Deadline of each call to a bridge. Default 2 s; bridges answer in milliseconds. */
        @WithDefault("2s")
        Duration timeout();

        /** Pause between attempts at what no bridge can do now. Default 2 s. */
        @WithDefault("2s")
        Duration retryInterval();

        /** How long a participant's next offer waits for the answer to the one before. Default 10 s. */
        @WithDefault("10s")
        Duration answerTimeout();

        /**
         * After this time without complaint of the bridge an endpoint that answered is taken as connected. Default 17 s: bridges report
         * one that does not connect after 15 s, but do not report one that does.
         */
        @WithDefault("17s")
        Duration connectTime();

        /** Conferences that leave a draining bridge a second, for each replica of this service. Default 5. */
        @WithDefault("5")
        double drainRate();

        /** How often what bridges have is compared with what they should have. Default 30 s. */
        @WithDefault("30s")
        Duration reconcileInterval();
    }

    /** How messages are worked through. */
    interface OwnershipConfig {
        /** Messages in work at the same time, of different sessions. Default 64. */
        @WithDefault("64")
        int inFlight();

        /** Tasks that may wait for one session; what can be heard again is dropped beyond. Default 256. */
        @WithDefault("256")
        int waitingPerSession();
    }

    /** How long conferences are remembered. */
    interface ConferenceConfig {
        /** Rows of conferences in which nobody has been for this time are removed. Default 24 h. */
        @WithDefault("24h")
        Duration retention();
    }
}
