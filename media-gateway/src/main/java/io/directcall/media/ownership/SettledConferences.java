package io.directcall.media.ownership;

import io.directcall.media.conference.store.ConferenceStore;
import io.directcall.media.config.MediaGatewayConfig;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;

/** Removes the rows of conferences in which nobody has been for long. Every replica does. */
@ApplicationScoped
public class SettledConferences {
    private static final Duration INTERVAL = Duration.ofMinutes(1);

    private final ConferenceStore store;
    private final LaneContexts contexts;
    private final MediaGatewayConfig config;
    private final Clock clock;
    private final Vertx vertx;
    private long timer = -1;

    SettledConferences(
            ConferenceStore store, LaneContexts contexts, MediaGatewayConfig config, Clock clock, Vertx vertx) {
        this.store = store;
        this.contexts = contexts;
        this.config = config;
        this.clock = clock;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent event) {
        timer = vertx.setPeriodic(INTERVAL.toMillis(), tick -> sweep());
    }

    void stop(@Observes ShutdownEvent event) {
        vertx.cancelTimer(timer);
    }

    private void sweep() {
        contexts.call(
                        "settled",
                        () -> store.removeSettled(
                                clock.instant().minus(config.conference().retention())))
                .subscribe()
                .with(
                        removed -> Log.debugf("%d settled conferences removed", removed),
                        failure -> Log.warnf("settled conferences not removed, comes again: %s", failure.toString()));
    }
}
