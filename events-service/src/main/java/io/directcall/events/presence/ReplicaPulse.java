package io.directcall.events.presence;

import io.directcall.contracts.presence.PresenceEvent.ReplicaAlive;
import io.directcall.events.config.EventsConfig;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Says every few seconds that this replica is alive. It needs no farewell: a stopping replica says of each stream that it is gone. */
@Singleton
public class ReplicaPulse {
    private final Replica replica;
    private final PresencePublisher publisher;
    private final InstantSource clock;

    /** Built by the container. */
    public ReplicaPulse(Replica replica, PresencePublisher publisher, InstantSource clock) {
        this.replica = replica;
        this.publisher = publisher;
        this.clock = clock;
    }

    void start(@Observes StartupEvent started, Vertx vertx, EventsConfig config) {
        beat();
        vertx.setPeriodic(config.aliveInterval().toMillis(), timer -> beat());
    }

    private void beat() {
        publisher.publish(new ReplicaAlive(replica.id(), clock.instant()));
    }
}
