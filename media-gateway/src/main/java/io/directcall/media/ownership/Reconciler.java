package io.directcall.media.ownership;

import io.directcall.media.bridge.BridgeClient;
import io.directcall.media.bridge.BridgeException;
import io.directcall.media.bridge.selection.BridgeDirectory;
import io.directcall.media.conference.ConferenceNames;
import io.directcall.media.conference.Inventory;
import io.directcall.media.config.MediaGatewayConfig;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Compares bridges with the database, every now and then and when partitions were taken over, so that nothing is left behind by what died
 * half-way. Each session is looked at in its lane, where nothing else is under way for it.
 */
@ApplicationScoped
public class Reconciler {
    /** Joins must not queue behind a comparison of all sessions. */
    private static final int SESSIONS_AT_ONCE = 4;

    private final BridgeDirectory directory;
    private final BridgeClient client;
    private final SessionOwner owner;
    private final OwnedPartitions owned;
    private final OwnedSessions sessions;
    private final Installation installation;
    private final LaneContexts contexts;
    private final MediaGatewayConfig config;
    private final Clock clock;
    private final Vertx vertx;
    /** Bridges that are being compared. */
    private final Set<String> running = ConcurrentHashMap.newKeySet();
    /** Bridges that do not say what they have; each is told of once. */
    private final Set<String> secretive = ConcurrentHashMap.newKeySet();

    private long timer = -1;

    Reconciler(
            BridgeDirectory directory,
            BridgeClient client,
            SessionOwner owner,
            OwnedPartitions owned,
            OwnedSessions sessions,
            Installation installation,
            LaneContexts contexts,
            MediaGatewayConfig config,
            Clock clock,
            Vertx vertx) {
        this.directory = directory;
        this.client = client;
        this.owner = owner;
        this.owned = owned;
        this.sessions = sessions;
        this.installation = installation;
        this.contexts = contexts;
        this.config = config;
        this.clock = clock;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent event) {
        timer = vertx.setPeriodic(config.bridge().reconcileInterval().toMillis(), tick -> compare());
    }

    void stop(@Observes ShutdownEvent event) {
        vertx.cancelTimer(timer);
    }

    /** Begins to compare all bridges. */
    void compare() {
        directory.urls().stream()
                .filter(running::add)
                .forEach(bridge -> compare(bridge)
                        .onTermination()
                        .invoke(() -> running.remove(bridge))
                        .subscribe()
                        .with(done -> secretive.remove(bridge), failure -> notCompared(bridge, failure)));
    }

    private Uni<Void> compare(String bridge) {
        Instant askedAt = clock.instant();
        Uni<ConferenceNames> names = contexts.call(bridge, installation::names);
        return Uni.combine()
                .all()
                .unis(names, client.conferences(bridge))
                .with((known, found) ->
                        new Inventories(known, owned::owns).sort(bridge, askedAt, found, sessions.on(bridge)))
                .chain(this::compareAll);
    }

    private Uni<Void> compareAll(Map<String, Inventory> bySession) {
        return Multi.createFrom()
                .iterable(bySession.entrySet())
                .onItem()
                .transformToUni(session -> owner.reconcile(session.getKey(), session.getValue()))
                .merge(SESSIONS_AT_ONCE)
                .collect()
                .last();
    }

    /** The poller tells of bridges that are away, and a bridge or database that is back is compared next time. */
    private void notCompared(String bridge, Throwable failure) {
        boolean answered = failure instanceof BridgeException known && known.kind() != BridgeException.Kind.UNREACHABLE;
        if (answered && secretive.add(bridge)) {
            Log.warnf("bridge=%s does not list its conferences at /debug: %s", bridge, failure.getMessage());
        } else {
            Log.debugf("bridge=%s not compared: %s", bridge, failure.toString());
        }
    }
}
