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
     * there are those that are discovered, and all media waits while there are none.
     */
    Optional<List<URI>> bridges();

    /** What is offered. */
    MediaConfig media();

    /** Where further bridges are found. */
    DiscoveryConfig bridgeDiscovery();

    /** Region whose bridges come first, as they report it. None by default: all are equally near. */
    Optional<String> region();

    /** How bridges are treated. */
    BridgeConfig bridge();

    /** How messages are worked through. */
    OwnershipConfig ownership();

    /** How long conferences are remembered. */
    ConferenceConfig conference();

    /** What is offered. */
    interface MediaConfig {
        /**
         * How cameras are sent: {@code vp8-simulcast}, {@code vp8} or {@code vp9-svc}. Default vp8-simulcast. Calls that have begun keep theirs.
         */
        @WithDefault("vp8-simulcast")
        MediaProfile video();
    }

    /** Where further bridges are found. */
    interface DiscoveryConfig {
        /**
         * Complete name whose addresses are those of bridges, such as that of a headless service, {@code jvb.media.svc.cluster.local}.
         * None by default: then there are only the configured bridges.
         */
        Optional<String> service();

        /** Port of the discovered bridges' private REST interfaces. Default 8080. */
        @WithDefault("8080")
        int port();

        /** Pause between two look-ups. Default 5 s. */
        @WithDefault("5s")
        Duration interval();

        /** The DNS server to ask, as {@code host:port}. By default the system's. */
        Optional<String> dnsServer();
    }

    /** How bridges are treated. */
    interface BridgeConfig {
        /** How often each bridge is asked for health and load. Three failures in a row make it unreachable. Default 1 s. */
        @WithDefault("1s")
        Duration pollInterval();

        /** Deadline of asking for health and load. A bridge that hangs is given up after three of them. Default 800 ms. */
        @WithDefault("800ms")
        Duration probeTimeout();

        /**
         * How long a bridge that answers, but fails its conferences, gets no new ones; twice as long each time it happens again. Zero:
         * such bridges stay in use. Default 30 s.
         */
        @WithDefault("30s")
        Duration quarantine();

        /** Where doubling ends. Default 5 min. */
        @WithDefault("5m")
        Duration longestQuarantine();

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
