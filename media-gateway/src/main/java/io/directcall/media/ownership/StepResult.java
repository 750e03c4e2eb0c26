package io.directcall.media.ownership;

import io.directcall.media.conference.Conference;
import io.smallrye.mutiny.Uni;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * How a step went.
 *
 * @param change what the conference is told
 * @param outcome what it means for the steps after it
 * @param participantId whose step it was, null for none's
 * @param undo takes back what a bridge has made, for when it can't be saved; null when there is nothing
 */
record StepResult(Consumer<Conference> change, Outcome outcome, String participantId, Supplier<Uni<Void>> undo) {
    /** What a result means for other steps. */
    enum Outcome {
        /** The next step may follow. */
        DONE,
        /** What follows must be planned anew: the conference is not what it was. */
        CHANGED,
        /** Nothing more is tried for this participant in this run. */
        SKIP,
        /** Nothing more at all is tried in this run: each attempt would take until its deadline. */
        LAST
    }

    static StepResult done(Consumer<Conference> change) {
        return new StepResult(change, Outcome.DONE, null, null);
    }

    static StepResult made(Consumer<Conference> change, Supplier<Uni<Void>> undo) {
        return new StepResult(change, Outcome.DONE, null, undo);
    }

    static StepResult changed(Consumer<Conference> change) {
        return new StepResult(change, Outcome.CHANGED, null, null);
    }

    static StepResult skipping(String participantId, Consumer<Conference> change) {
        return new StepResult(change, Outcome.SKIP, participantId, null);
    }

    static StepResult last(Consumer<Conference> change) {
        return new StepResult(change, Outcome.LAST, null, null);
    }
}
