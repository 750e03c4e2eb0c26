package io.directcall.session;

import io.directcall.session.rules.Policy;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** What session-service is configured with, beside what all services have in common. */
@ConfigMapping(prefix = "directcall")
public interface SessionConfig {
    /** When a participant counts as lost. */
    Presence presence();

    /** How long calls may ring, wait and last. */
    Call call();

    /** When due times are looked at. */
    Timers timers();

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

        /** Without an event stream while its media is away too. Default 15 s, long enough for a page to change networks. */
        @WithDefault("15s")
        Duration silenceGrace();

        /**
         * Without an event stream while it is not known whether its media is away. Default 25 s: of an endpoint that is well media-gateway
         * says so 17 s after the answer at the latest ({@code directcall.bridge.connect-time}), and what it says may be late.
         */
        @WithDefault("25s")
        Duration unheardGrace();

        /**
         * How long a replica of events-service may be silent before its streams count as closed. Default 30 s: it speaks every 5 s, and
         * its messages may wait while a killed replica of this service is missed and its partitions are taken over.
         */
        @WithDefault("30s")
        Duration replicaLease();
    }

    /** How long calls may ring, wait and last, and who may do what. */
    interface Call {
        /** Who may mute and pause others: {@code everyone} in the call (default) or {@code moderators} only. */
        @WithDefault("everyone")
        Policy.MuteOthers muteOthers();

        /** A user who joins twice: {@code both-stay} (default), or {@code older-leaves}. */
        @WithDefault("both-stay")
        Policy.SameUser sameUser();

        /** How long a participant may be alone, unless its join says otherwise. Default 180 s. */
        @WithDefault("180s")
        Duration idlePeriod();

        /** How long before the end of the idle period the participant is warned. Default 60 s. */
        @WithDefault("60s")
        Duration idleNotice();

        /** How long after a call was accepted somebody must have joined it. Default 10 min. */
        @WithDefault("10m")
        Duration waiting();

        /** How long a request to go on with video is open. Default 30 s. */
        @WithDefault("30s")
        Duration videoRequest();

        /** How long a call rings unless the caller says otherwise. Default 45 s. */
        @WithDefault("45s")
        Duration ringing();

        /** How long a session may last. No limit by default. */
        Optional<Duration> maxLength();
    }

    /** When due times are looked at. */
    interface Timers {
        /** How often. Default 1 s. Scheduler syntax, for example {@code 1s}. */
        @WithDefault("1s")
        String sweepInterval();

        /**
         * From the start of the service to its first look. Default 15 s: time to take over the partitions of a killed replica and to read
         * what was said meanwhile, before anybody counts as lost. Scheduler syntax.
         */
        @WithDefault("15s")
        String startPause();
    }
}
