package io.directcall.session;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What session-service is configured with, beside what all services have in common. */
@ConfigMapping(prefix = "directcall")
public interface SessionConfig {
    /** When a participant counts as lost. */
    Presence presence();

    /**
     * How far before a join its event stream begins. Default 5 s. Covers the difference between this service's clock and the broker's,
     * which stamps the events: with a larger difference a client could miss its own first events. It drops what it knows by {@code seq}.
     */
    @WithDefault("5s")
    Duration cursorMargin();

    /** When a participant counts as lost. */
    interface Presence {
        /** From a join to the participant's first event stream. Default 15 s. */
        @WithDefault("15s")
        Duration firstStreamGrace();

        /** Without an event stream while its media is away too. Default 10 s, long enough for a page to change networks. */
        @WithDefault("10s")
        Duration silenceGrace();

        /** How often lost participants are looked for. Default 1 s. Scheduler syntax, for example {@code 1s}. */
        @WithDefault("1s")
        String sweepInterval();

        /**
         * From the start of the service to its first look for lost participants. Default 15 s: time to take over the partitions of a
         * killed replica and to read what was said meanwhile. Scheduler syntax.
         */
        @WithDefault("15s")
        String startPause();
    }
}
