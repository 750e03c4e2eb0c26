package io.directcall.media.ownership;

import io.directcall.media.bridge.selection.BridgeDirectory;
import io.directcall.media.bridge.selection.Departure;
import io.directcall.media.conference.Conference;
import io.directcall.media.conference.ConferenceNames;
import io.directcall.media.conference.Placement;
import io.directcall.media.conference.Step;
import io.directcall.media.conference.store.ConferenceStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Changes a conference and then does all that follows from it, step by step: each step is a transaction that saves what is known and a
 * call to a bridge outside of it. Stopping between any two of them loses nothing: the next run goes on from what was saved.
 */
@ApplicationScoped
public class SessionWorker {
    /** One run ends then, and the next goes on: no session may keep its lane for ever. */
    private static final int STEPS_PER_RUN = 300;

    private static final int CONFLICT_RETRIES = 5;

    /** How often saving what a bridge has made is tried again, within about 5 s: bridges drop endpoints that nobody connects to. */
    private static final int SAVE_RETRIES = 8;

    private static final Duration FIRST_RETRY = Duration.ofMillis(100);
    private static final Duration LONGEST_RETRY = Duration.ofSeconds(1);

    private final ConferenceStore store;
    private final StepRunner steps;
    private final BridgeDirectory directory;
    private final Installation installation;
    private final LaneContexts contexts;
    private final Clock clock;

    SessionWorker(
            ConferenceStore store,
            StepRunner steps,
            BridgeDirectory directory,
            Installation installation,
            LaneContexts contexts,
            Clock clock) {
        this.store = store;
        this.steps = steps;
        this.directory = directory;
        this.installation = installation;
        this.contexts = contexts;
        this.clock = clock;
    }

    /** @return the conference after the last step */
    Uni<Look> run(String sessionId, Consumer<Conference> change) {
        return installation.names().chain(names -> new Run(sessionId, names).proceed(change));
    }

    private final class Run {
        private final String sessionId;
        private final ConferenceNames names;
        private final Set<String> skipped = new HashSet<>();
        private int steps;
        private boolean ended;

        Run(String sessionId, ConferenceNames names) {
            this.sessionId = sessionId;
            this.names = names;
        }

        Uni<Look> proceed(Consumer<Conference> change) {
            return save(change).flatMap(this::next);
        }

        private Uni<Look> save(Consumer<Conference> change) {
            return store.update(sessionId, conference -> settle(conference, change))
                    .onFailure(Conflicts::isConflict)
                    .retry()
                    .atMost(CONFLICT_RETRIES);
        }

        private Uni<Look> next(Look look) {
            if (look.step() instanceof Step.Rest || ++steps > STEPS_PER_RUN) {
                return Uni.createFrom().item(look);
            }
            return SessionWorker.this.steps.run(sessionId, look.step()).flatMap(result -> {
                ended = result.last();
                if (result.skipped() != null) {
                    skipped.add(result.skipped());
                }
                return save(result).flatMap(this::next);
            });
        }

        private Uni<Look> save(StepResult result) {
            return result.undo() == null ? save(result.change()) : saveMade(result);
        }

        /**
         * A database that is back soon costs nobody the endpoint that the bridge has made. Telling the conference twice, after a commit
         * whose answer was lost, changes nothing.
         */
        private Uni<Look> saveMade(StepResult made) {
            return contexts.call(sessionId, () -> save(made.change()))
                    .onFailure(failure -> !Conflicts.isPermanent(failure))
                    .retry()
                    .withBackOff(FIRST_RETRY, LONGEST_RETRY)
                    .atMost(SAVE_RETRIES)
                    .onFailure()
                    .call(failure -> made.undo().get().onFailure().recoverWithNull());
        }

        private Look settle(Conference conference, Consumer<Conference> change) {
            Instant now = clock.instant();
            change.accept(conference);
            leaveLostBridge(conference, now);
            Step step = ended ? new Step.Rest() : withBridge(conference, now);
            conference.settle(now);
            return Look.at(conference, step, now);
        }

        private Step withBridge(Conference conference, Instant now) {
            Step step = conference.nextStep(now, skipped);
            if (!(step instanceof Step.ChooseBridge)) {
                return step;
            }
            return directory
                    .choose()
                    .map(bridge -> {
                        conference.place(bridge, names.next(sessionId));
                        return conference.nextStep(now, skipped);
                    })
                    .orElseGet(() -> {
                        conference.announceWaiting(now);
                        return new Step.Rest();
                    });
        }
    }

    /** Only when there is somewhere to go: while there is not, the bridge may come back with its conferences and media unharmed. */
    private void leaveLostBridge(Conference conference, Instant now) {
        Placement placement = conference.placement().orElse(null);
        if (placement != null && directory.departure(placement.bridge()) == Departure.LEAVE_NOW) {
            conference.placementLost(placement.conferenceId(), now);
        }
    }
}
