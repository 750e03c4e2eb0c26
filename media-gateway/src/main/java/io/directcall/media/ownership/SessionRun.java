package io.directcall.media.ownership;

import io.directcall.media.conference.Conference;
import io.directcall.media.conference.ConferenceNames;
import io.directcall.media.conference.Step;
import io.directcall.media.ownership.PendingChanges.Pending;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * One pass over a session: saves what waits for it, carries out what follows, saves the results with what has come meanwhile, and so on.
 * Single-use.
 */
final class SessionRun {
    /** One run ends then, and the next goes on: no session may keep its lane for ever. */
    private static final int STEPS_PER_RUN = 300;

    private static final int CONFLICT_RETRIES = 5;

    /** How often saving what a bridge has made is tried again, within about 5 s: bridges drop endpoints that nobody connects to. */
    private static final int SAVE_RETRIES = 8;

    private static final Duration FIRST_RETRY = Duration.ofMillis(100);
    private static final Duration LONGEST_RETRY = Duration.ofSeconds(1);

    private final String sessionId;
    private final ConferenceNames names;
    private final SessionWorker.Parts parts;
    private final List<Pending> unsaved = new ArrayList<>();
    private final List<Pending> saved = new ArrayList<>();
    private final Set<String> skipped = new HashSet<>();
    private int steps;
    private boolean last;

    SessionRun(String sessionId, ConferenceNames names, SessionWorker.Parts parts) {
        this.sessionId = sessionId;
        this.names = names;
        this.parts = parts;
    }

    /** @return the conference after the last step */
    Uni<Look> proceed(Consumer<Conference> change) {
        return save(change).flatMap(this::next).onTermination().invoke(this::finish);
    }

    private void finish() {
        parts.pending().putBack(sessionId, unsaved);
        saved.forEach(pending -> pending.done().complete(null));
    }

    private Uni<Look> save(Consumer<Conference> change) {
        unsaved.addAll(parts.pending().take(sessionId));
        return parts.store()
                .update(sessionId, conference -> settle(conference, change))
                .onFailure(Conflicts::isConflict)
                .retry()
                .atMost(CONFLICT_RETRIES)
                .invoke(() -> {
                    saved.addAll(unsaved);
                    unsaved.clear();
                });
    }

    private Uni<Look> next(Look look) {
        if (look.steps().isEmpty() || steps > STEPS_PER_RUN) {
            return Uni.createFrom().item(look);
        }
        return carryOut(look.steps().iterator(), new ArrayList<>())
                .flatMap(this::save)
                .flatMap(this::next);
    }

    /** Until a result makes the steps after it doubtful. */
    private Uni<List<StepResult>> carryOut(Iterator<Step> remaining, List<StepResult> results) {
        if (!remaining.hasNext()) {
            return Uni.createFrom().item(results);
        }
        steps++;
        return parts.steps().run(sessionId, remaining.next()).flatMap(result -> {
            results.add(result);
            return switch (result.outcome()) {
                case DONE -> carryOut(remaining, results);
                case CHANGED, SKIP, LAST -> Uni.createFrom().item(results);
            };
        });
    }

    private Uni<Look> save(List<StepResult> results) {
        results.forEach(result -> {
            switch (result.outcome()) {
                case DONE, CHANGED -> {}
                case SKIP -> skipped.add(result.participantId());
                case LAST -> last = true;
            }
        });
        Consumer<Conference> changes =
                conference -> results.forEach(result -> result.change().accept(conference));
        List<StepResult> made =
                results.stream().filter(result -> result.undo() != null).toList();
        return made.isEmpty() ? save(changes) : saveMade(changes, made);
    }

    /**
     * A database that is back soon costs nobody the endpoints that the bridge has made. Telling the conference twice, after a commit whose
     * answer was lost, changes nothing.
     */
    private Uni<Look> saveMade(Consumer<Conference> changes, List<StepResult> made) {
        return parts.contexts()
                .call(sessionId, () -> save(changes))
                .onFailure(failure -> !Conflicts.isPermanent(failure))
                .retry()
                .withBackOff(FIRST_RETRY, LONGEST_RETRY)
                .atMost(SAVE_RETRIES)
                .onFailure()
                .call(failure -> undo(made));
    }

    private static Uni<Void> undo(List<StepResult> made) {
        return Multi.createFrom()
                .iterable(made)
                .onItem()
                .transformToUniAndConcatenate(
                        result -> result.undo().get().onFailure().recoverWithNull())
                .collect()
                .last();
    }

    private Look settle(Conference conference, Consumer<Conference> change) {
        Instant now = parts.clock().instant();
        change.accept(conference);
        unsaved.forEach(pending -> pending.change().accept(conference));
        parts.homes().leaveLost(conference, now);
        parts.homes().move(conference, names, now);
        List<Step> next = last ? List.of() : withBridge(conference, now);
        conference.settle(now);
        return Look.at(conference, next, now);
    }

    private List<Step> withBridge(Conference conference, Instant now) {
        List<Step> next = conference.nextSteps(now, skipped);
        if (!next.equals(List.of(new Step.ChooseBridge()))) {
            return next;
        }
        if (parts.homes().find(conference, names)) {
            return conference.nextSteps(now, skipped);
        }
        conference.announceWaiting(now);
        return List.of();
    }
}
