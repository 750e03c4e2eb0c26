package io.directcall.media.ownership;

import io.directcall.media.conference.Conference;
import io.directcall.media.conference.store.ConferenceStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.function.Consumer;

/**
 * Changes a conference and then does all that follows from it, step by step: each step is a transaction that saves what is known and calls
 * to a bridge outside of it. Stopping between any two of them loses nothing: the next run goes on from what was saved.
 */
@ApplicationScoped
public class SessionWorker {
    private final Parts parts;
    private final Installation installation;

    /** What a run works with. */
    record Parts(
            ConferenceStore store,
            StepRunner steps,
            PendingChanges pending,
            Homes homes,
            LaneContexts contexts,
            Clock clock) {}

    SessionWorker(
            ConferenceStore store,
            StepRunner steps,
            PendingChanges pending,
            Homes homes,
            Installation installation,
            LaneContexts contexts,
            Clock clock) {
        this.parts = new Parts(store, steps, pending, homes, contexts, clock);
        this.installation = installation;
    }

    /**
     * Makes a change, and those that wait for the session, which stay waiting when it fails.
     *
     * @return the conference after the last step
     */
    Uni<Look> run(String sessionId, Consumer<Conference> change) {
        return installation.names().chain(names -> new SessionRun(sessionId, names, parts).proceed(change));
    }
}
