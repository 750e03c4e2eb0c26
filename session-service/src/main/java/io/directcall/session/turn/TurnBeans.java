package io.directcall.session.turn;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.jboss.logging.Logger;

/** Builds the plain classes from the configuration. */
final class TurnBeans {
    private static final Logger LOG = Logger.getLogger(TurnBeans.class);

    @Produces
    @Singleton
    IceServers iceServers(TurnConfig config, InstantSource clock) {
        return IceServers.of(config, clock);
    }

    /** Also makes the bean at the start, so that a mistake in the configuration is not found at the first join. */
    void start(@Observes StartupEvent started, IceServers servers, TurnConfig config) {
        if (servers.exist()) {
            LOG.infof("STUN and TURN servers: %s", config.urls().orElseThrow());
        }
    }
}
