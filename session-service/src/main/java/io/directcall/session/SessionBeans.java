package io.directcall.session;

import io.directcall.session.rules.ParticipantIds;
import io.directcall.session.rules.Policy;
import io.directcall.session.rules.Presence.Graces;
import io.directcall.session.rules.SessionRules;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;

/** Builds the plain classes from the configuration. */
final class SessionBeans {
    private static final Duration MILLISECOND = Duration.ofMillis(1);

    /** In milliseconds: events, answers and the database then all say the same. */
    @Produces
    @Singleton
    InstantSource clock() {
        return Clock.tick(Clock.systemUTC(), MILLISECOND);
    }

    @Produces
    @Singleton
    SessionRules rules(InstantSource clock, SessionConfig config) {
        SessionConfig.Presence presence = config.presence();
        // Replicas of events-service speak six times in a lease; a little more than one of these times.
        var graces = new Graces(
                presence.firstStreamGrace(),
                presence.silenceGrace(),
                presence.unheardGrace(),
                presence.replicaLease().dividedBy(5));
        SessionConfig.Call call = config.call();
        var policy = new Policy(
                call.muteOthers(),
                call.sameUser(),
                graces,
                call.idlePeriod(),
                call.idleNotice(),
                call.waiting(),
                call.videoRequest(),
                call.maxLength());
        return new SessionRules(clock, ParticipantIds.random(), policy);
    }
}
