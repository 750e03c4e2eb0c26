package io.directcall.media.ownership;

import io.directcall.media.bridge.selection.BridgeDirectory;
import io.directcall.media.bridge.selection.Departure;
import io.directcall.media.config.MediaGatewayConfig;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;

/** Moves this replica's conferences, some a second, from bridges that want to be empty. */
@ApplicationScoped
public class Drainer {
    private static final Duration INTERVAL = Duration.ofSeconds(1);

    private final BridgeDirectory directory;
    private final OwnedSessions sessions;
    private final SessionOwner owner;
    private final Vertx vertx;
    private final DrainPace pace;
    private long timer = -1;

    Drainer(
            BridgeDirectory directory,
            OwnedSessions sessions,
            SessionOwner owner,
            MediaGatewayConfig config,
            Clock clock,
            Vertx vertx) {
        this.directory = directory;
        this.sessions = sessions;
        this.owner = owner;
        this.vertx = vertx;
        this.pace = new DrainPace(clock, config.bridge().drainRate());
    }

    void start(@Observes StartupEvent event) {
        timer = vertx.setPeriodic(INTERVAL.toMillis(), tick -> drain());
    }

    void stop(@Observes ShutdownEvent event) {
        vertx.cancelTimer(timer);
    }

    private void drain() {
        sessions.bridges().stream()
                .filter(bridge -> directory.departure(bridge) == Departure.LEAVE_GENTLY)
                .forEach(bridge -> pace.next(bridge, sessions.on(bridge)).forEach(owner::leaveGently));
    }
}
