package io.directcall.media.ownership;

import io.directcall.contracts.bridge.BridgeState;
import io.directcall.media.bridge.BridgeClient;
import io.directcall.media.bridge.BridgeException;
import io.directcall.media.bridge.BridgeException.Kind;
import io.directcall.media.bridge.selection.BridgeDirectory;
import io.directcall.media.bridge.selection.BridgePoller;
import io.directcall.media.conference.Allocation;
import io.directcall.media.conference.Expiry;
import io.directcall.media.conference.Placement;
import io.directcall.media.conference.Step;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.jboss.logging.Logger;

/** Carries out the steps of conferences on bridges, and turns whatever bridges do into something that a conference can be told. */
@ApplicationScoped
public class StepRunner {
    private final BridgeClient client;
    private final BridgeDirectory directory;
    private final BridgePoller poller;
    private final Homes homes;
    private final Clock clock;

    StepRunner(BridgeClient client, BridgeDirectory directory, BridgePoller poller, Homes homes, Clock clock) {
        this.client = client;
        this.directory = directory;
        this.poller = poller;
        this.homes = homes;
        this.clock = clock;
    }

    /** Never fails with a {@link BridgeException}: those are results. */
    Uni<StepResult> run(String sessionId, Step step) {
        return switch (step) {
            case Step.Expire expire -> expire(sessionId, expire.expiry());
            case Step.Allocate allocate -> allocate(sessionId, allocate);
            case Step.Apply apply -> apply(sessionId, apply);
            case Step.Restrict restrict -> restrict(sessionId, restrict);
            // Chosen where the conference is saved; here there is nothing to do for it.
            case Step.ChooseBridge choose -> Uni.createFrom().item(StepResult.done(conference -> {}));
        };
    }

    private Uni<StepResult> expire(String sessionId, Expiry expiry) {
        Uni<Void> call = expiry.participantId() == null
                ? client.expireConference(expiry.bridge(), expiry.conferenceId())
                : client.expireEndpoint(expiry.bridge(), expiry.conferenceId(), expiry.participantId());
        return call.replaceWith(StepResult.done(conference -> conference.expired(expiry, clock.instant())))
                .onFailure(BridgeException.class)
                .recoverWithItem(failure -> notExpired(sessionId, expiry, failure));
    }

    private StepResult notExpired(String sessionId, Expiry expiry, BridgeException failure) {
        boolean last = !clock.instant().isBefore(expiry.until());
        Log.logf(
                last ? Logger.Level.WARN : usual(expiry.bridge(), Logger.Level.INFO),
                "session=%s participant=%s bridge=%s %s: %s",
                sessionId,
                expiry.participantId(),
                expiry.bridge(),
                last ? "given up, not expired" : "not expired yet",
                failure.getMessage());
        return StepResult.done(conference -> conference.expiryFailed(expiry, clock.instant()));
    }

    private Uni<StepResult> allocate(String sessionId, Step.Allocate step) {
        Placement placement = step.placement();
        Uni<Allocation> call = placement.created() ? add(step) : create(step);
        return call.map(allocation -> allocated(sessionId, step, allocation))
                .onFailure(BridgeException.class)
                .recoverWithItem(failure -> notAllocated(sessionId, step, failure));
    }

    private Uni<Allocation> create(Step.Allocate step) {
        Placement at = step.placement();
        Uni<Allocation> call = client.createConference(at.bridge(), at.conferenceId(), step.participantId());
        // An attempt before was carried out, and its answer was lost with a connection or a replica.
        return call.onFailure(failure -> is(failure, Kind.CONFERENCE_EXISTS))
                .recoverWithUni(() ->
                        client.expireConference(at.bridge(), at.conferenceId()).chain(() -> call));
    }

    private Uni<Allocation> add(Step.Allocate step) {
        Placement at = step.placement();
        Uni<Allocation> call = client.addEndpoint(at.bridge(), at.conferenceId(), step.participantId());
        return call.onFailure(failure -> is(failure, Kind.ENDPOINT_EXISTS))
                .recoverWithUni(() -> client.expireEndpoint(at.bridge(), at.conferenceId(), step.participantId())
                        .chain(() -> call));
    }

    private StepResult allocated(String sessionId, Step.Allocate step, Allocation allocation) {
        Placement at = step.placement();
        directory.placed(at.bridge());
        Log.infof("session=%s participant=%s bridge=%s endpoint made", sessionId, step.participantId(), at.bridge());
        if (allocation.channelUrl() == null) {
            Log.warnf("session=%s participant=%s no bridge channel offered", sessionId, step.participantId());
        }
        return StepResult.made(
                conference -> conference.allocated(at, step.participantId(), allocation, clock.instant()),
                () -> takeBack(sessionId, step));
    }

    private Uni<Void> takeBack(String sessionId, Step.Allocate step) {
        Placement at = step.placement();
        Log.warnf(
                "session=%s participant=%s bridge=%s endpoint taken back: it could not be saved",
                sessionId, step.participantId(), at.bridge());
        return at.created()
                ? client.expireEndpoint(at.bridge(), at.conferenceId(), step.participantId())
                : client.expireConference(at.bridge(), at.conferenceId());
    }

    private StepResult notAllocated(String sessionId, Step.Allocate step, BridgeException failure) {
        Placement at = step.placement();
        log(sessionId, step.participantId(), at, "no endpoint", failure);
        if (!at.created()) {
            // Nothing is lost by trying another bridge at once.
            directory.avoid(at.bridge());
            poller.poll(at.bridge());
            return StepResult.changed(conference -> conference.placementLost(at.conferenceId(), clock.instant()));
        }
        return failed(at, step.participantId(), failure);
    }

    private Uni<StepResult> apply(String sessionId, Step.Apply step) {
        Placement at = step.placement();
        return client.apply(at.bridge(), at.conferenceId(), step.participantId(), step.media(), step.restrictions())
                .replaceWith(StepResult.done(conference ->
                        conference.applied(step.participantId(), step.media(), step.restrictions(), clock.instant())))
                .onFailure(BridgeException.class)
                .recoverWithItem(failure -> notApplied(sessionId, step, failure));
    }

    private StepResult notApplied(String sessionId, Step.Apply step, BridgeException failure) {
        log(sessionId, step.participantId(), step.placement(), "answer not applied", failure);
        if (failure.kind() == Kind.REFUSED) {
            return StepResult.done(conference -> conference.refused(step.participantId()));
        }
        return failed(step.placement(), step.participantId(), failure);
    }

    private Uni<StepResult> restrict(String sessionId, Step.Restrict step) {
        Placement at = step.placement();
        String participantId = step.participantId();
        return client.restrict(at.bridge(), at.conferenceId(), participantId, step.restrictions(), step.sources())
                .invoke(() -> Log.infof(
                        "session=%s participant=%s bridge=%s holds back audio=%b video=%b sources=%s",
                        sessionId,
                        participantId,
                        at.bridge(),
                        step.restrictions().audio(),
                        step.restrictions().video(),
                        step.restrictions().withheld()))
                .replaceWith(
                        StepResult.done(conference -> conference.restricted(at, participantId, step.restrictions())))
                .onFailure(BridgeException.class)
                .recoverWithItem(failure -> {
                    log(sessionId, participantId, at, "not told what to hold back", failure);
                    return failed(at, participantId, failure);
                });
    }

    private void log(String sessionId, String participantId, Placement at, String what, BridgeException failure) {
        Log.logf(
                usual(at.bridge(), Logger.Level.WARN),
                "session=%s participant=%s bridge=%s %s: %s",
                sessionId,
                participantId,
                at.bridge(),
                what,
                failure.getMessage());
    }

    /** A bridge that is known to be away, or no longer configured, needs no line at each attempt. */
    private Logger.Level usual(String bridge, Logger.Level level) {
        return directory.state(bridge) == BridgeState.UNREACHABLE ? Logger.Level.DEBUG : level;
    }

    private StepResult failed(Placement at, String participantId, BridgeException failure) {
        return switch (failure.kind()) {
            case CONFERENCE_UNKNOWN ->
                StepResult.changed(conference -> homes.forgotten(conference, at.conferenceId(), clock.instant()));
            case ENDPOINT_UNKNOWN ->
                StepResult.changed(conference -> conference.endpointGone(participantId, clock.instant()));
            case UNREACHABLE -> {
                poller.poll(at.bridge());
                yield StepResult.last(conference -> conference.announceWaiting(clock.instant()));
            }
            case CONFERENCE_EXISTS, ENDPOINT_EXISTS, STOPPING, REFUSED, BROKEN ->
                StepResult.skipping(participantId, conference -> conference.announceWaiting(clock.instant()));
        };
    }

    private static boolean is(Throwable failure, Kind kind) {
        return failure instanceof BridgeException known && known.kind() == kind;
    }
}
