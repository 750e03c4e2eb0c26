package io.directcall.media.ownership;

import io.directcall.contracts.bridge.BridgeState;
import io.directcall.media.bridge.BridgeClient;
import io.directcall.media.bridge.BridgeException;
import io.directcall.media.bridge.channel.Channels;
import io.directcall.media.bridge.channel.Observation;
import io.directcall.media.bridge.quarantine.Quarantine;
import io.directcall.media.bridge.selection.BridgeChange;
import io.directcall.media.bridge.selection.BridgeDirectory;
import io.directcall.media.bridge.selection.BridgePoller;
import io.directcall.media.conference.Conference;
import io.directcall.media.conference.Findings;
import io.directcall.media.conference.Inventory;
import io.directcall.media.conference.Placement;
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
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Works on the sessions that this replica owns: runs what messages, bridges and time ask for in the session's lane, and keeps the bridge
 * channels open. At shutdown it only closes its sockets: endpoints and media stay for the next owner.
 */
@ApplicationScoped
public class SessionOwner {
    private static final long TICK_MILLIS = 100;
    private static final Duration FIRST_RETRY = Duration.ofMillis(100);
    private static final Duration LONGEST_RETRY = Duration.ofSeconds(5);

    private final SessionWorker worker;
    private final PendingChanges pending;
    private final OwnedPartitions owned;
    private final BridgeClient client;
    private final BridgeDirectory directory;
    private final BridgePoller poller;
    private final Homes homes;
    private final Quarantine quarantine;
    private final MediaGatewayConfig config;
    private final Clock clock;
    private final Vertx vertx;
    private final LaneContexts contexts;
    private final SessionLanes lanes;
    private final Channels channels;
    private final OwnedSessions sessions;
    private long timer = -1;

    SessionOwner(
            SessionWorker worker,
            PendingChanges pending,
            OwnedPartitions owned,
            OwnedSessions sessions,
            BridgeClient client,
            BridgeDirectory directory,
            BridgePoller poller,
            Homes homes,
            Quarantine quarantine,
            MediaGatewayConfig config,
            Clock clock,
            Vertx vertx,
            LaneContexts contexts) {
        this.worker = worker;
        this.pending = pending;
        this.owned = owned;
        this.sessions = sessions;
        this.client = client;
        this.directory = directory;
        this.poller = poller;
        this.homes = homes;
        this.quarantine = quarantine;
        this.config = config;
        this.clock = clock;
        this.vertx = vertx;
        this.contexts = contexts;
        this.lanes = new SessionLanes(contexts, config.ownership().waitingPerSession());
        this.channels = new Channels(vertx, clock, new FromChannels());
    }

    void start(@Observes StartupEvent event) {
        directory.onChange(this::bridgeChanged);
        poller.start(config.bridge().pollInterval());
        timer = vertx.setPeriodic(
                TICK_MILLIS, tick -> sessions.due(clock.instant()).forEach(this::look));
    }

    void stop(@Observes ShutdownEvent event) {
        vertx.cancelTimer(timer);
        poller.close();
        channels.close();
    }

    /**
     * Carries out a message; completes when all that follows from it is done or waits in the database. Until the database takes it, it
     * keeps the session's lane: a later event must not overtake it, for then it would be dropped as seen before.
     *
     * @return fails only when trying again would not help
     */
    Uni<Void> handle(String sessionId, Consumer<Conference> change) {
        Uni<Void> done = pending.add(sessionId, change);
        return lanes.submit(sessionId, () -> saveWhatWaits(sessionId)).chain(() -> done);
    }

    /** Nothing waits any more when a task before this one took it along. */
    private Uni<Void> saveWhatWaits(String sessionId) {
        if (!pending.has(sessionId)) {
            return Uni.createFrom().voidItem();
        }
        return patiently(sessionId, conference -> {})
                .onFailure()
                .recoverWithUni(mistake -> oneByOne(sessionId, pending.take(sessionId)));
    }

    /** One that can't be made must not take others along. */
    private Uni<Void> oneByOne(String sessionId, List<PendingChanges.Pending> changes) {
        return Multi.createFrom()
                .iterable(changes)
                .onItem()
                .transformToUniAndConcatenate(each -> patiently(sessionId, each.change())
                        .onItemOrFailure()
                        .invoke((item, failure) -> {
                            if (failure == null) {
                                each.done().complete(null);
                            } else {
                                each.done().completeExceptionally(failure);
                            }
                        })
                        .onFailure()
                        .recoverWithNull())
                .collect()
                .last();
    }

    private Uni<Void> patiently(String sessionId, Consumer<Conference> change) {
        return contexts.call(sessionId, () -> run(sessionId, change))
                .onFailure(failure -> !Conflicts.isPermanent(failure))
                .invoke(failure -> Log.warnf("session=%s message waits: %s", sessionId, Conflicts.reason(failure)))
                .onFailure(failure -> !Conflicts.isPermanent(failure))
                .retry()
                .withBackOff(FIRST_RETRY, LONGEST_RETRY)
                .indefinitely();
    }

    /** Sets right what a bridge has of a session. Never fails: what could not be set right is found again. */
    Uni<Void> reconcile(String sessionId, Inventory found) {
        return lanes.submit(
                        sessionId,
                        () -> ifOwned(sessionId, () -> run(sessionId, conference -> reconcile(conference, found))))
                .onFailure()
                .recoverWithNull();
    }

    private void reconcile(Conference conference, Inventory found) {
        Findings findings = homes.reconcile(conference, found, clock.instant());
        if (!findings.isEmpty()) {
            Log.warnf(
                    "session=%s bridge=%s set right: %s", conference.sessionId(), found.bridge(), findings.describe());
        }
    }

    /** Goes on with a session though nothing was heard of it. */
    void look(String sessionId) {
        observe(sessionId, conference -> {});
    }

    /** Moves a session from a bridge that wants to be empty. */
    void leaveGently(String sessionId) {
        observe(sessionId, Conference::leaveGently);
    }

    /** Lets go of sessions whose partitions another replica owns now. */
    void releaseOthers() {
        channels.sessions().stream().filter(id -> !owned.owns(id)).forEach(channels::release);
        sessions.retain(owned::owns);
        quarantine.retain(owned::owns);
    }

    private Uni<Void> run(String sessionId, Consumer<Conference> change) {
        return worker.run(sessionId, change)
                .invoke(look -> keep(sessionId, look))
                .replaceWithVoid();
    }

    private void keep(String sessionId, Look look) {
        if (owned.owns(sessionId)) {
            sessions.put(sessionId, look);
            channels.keep(sessionId, look.channels());
            String bridge = look.placement() == null ? null : look.placement().bridge();
            quarantine.observe(sessionId, bridge, look.hears());
        }
    }

    /** What is heard or noticed again may be dropped when the lane is full or the database away. */
    private void observe(String sessionId, Consumer<Conference> change) {
        lanes.offer(sessionId, () -> ifOwned(sessionId, () -> run(sessionId, change)));
    }

    private Uni<Void> ifOwned(String sessionId, Supplier<Uni<Void>> task) {
        if (!owned.owns(sessionId)) {
            return Uni.createFrom().voidItem();
        }
        return task.get().onFailure().invoke(failure -> {
            Log.warnf("session=%s look failed, comes again: %s", sessionId, Conflicts.reason(failure));
            sessions.again(sessionId, clock.instant().plus(config.bridge().retryInterval()));
        });
    }

    private void bridgeChanged(BridgeChange change) {
        String url = change.bridge().url();
        // A bridge that came or went concerns its own sessions and those that wait for one.
        sessions.unplaced().forEach(this::look);
        if (change.before() == BridgeState.UNREACHABLE) {
            // It may have restarted, and know nothing of them.
            sessions.on(url).forEach(session -> verify(session, conference -> {}));
        } else {
            sessions.on(url).forEach(this::look);
        }
    }

    /** Asks the bridge whether it has the session's conference, which is made anew when it has not. */
    private void verify(String sessionId, Consumer<Conference> ifFound) {
        Placement placement = sessions.placement(sessionId);
        if (placement == null) {
            return;
        }
        lanes.offer(
                sessionId,
                () -> ifOwned(
                        sessionId,
                        () -> client.hasConference(placement.bridge(), placement.conferenceId())
                                .map(found -> afterCheck(placement, found, ifFound))
                                .onFailure(BridgeException.class)
                                .recoverWithItem(unreachable -> conference -> {})
                                .flatMap(change -> run(sessionId, change))));
    }

    private Consumer<Conference> afterCheck(Placement placement, boolean found, Consumer<Conference> ifFound) {
        return conference -> {
            boolean current = conference.placement().filter(placement::equals).isPresent();
            if (current && found) {
                ifFound.accept(conference);
            } else if (current) {
                homes.forgotten(conference, placement.conferenceId(), clock.instant());
            }
        };
    }

    private final class FromChannels implements Channels.Listener {
        @Override
        public void observed(String sessionId, Observation.Passed observation) {
            observe(sessionId, conference -> {
                switch (observation) {
                    case Observation.Connectivity heard ->
                        conference.heard(heard.endpointId(), heard.active(), clock.instant());
                    case Observation.Speaker speaker ->
                        conference.dominantSpeaker(speaker.endpointId(), clock.instant());
                    case Observation.Quality changed ->
                        conference.quality(changed.endpointId(), changed.quality(), changed.kbps(), clock.instant());
                }
            });
        }

        @Override
        public void broken(String sessionId) {
            Placement placement = sessions.placement(sessionId);
            if (placement != null) {
                poller.poll(placement.bridge());
            }
        }

        @Override
        public void refused(String sessionId, String endpointId, String url) {
            verify(sessionId, conference -> conference.endpointMissing(endpointId, url, clock.instant()));
        }
    }
}
