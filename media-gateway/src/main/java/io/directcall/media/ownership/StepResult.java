package io.directcall.media.ownership;

import io.directcall.media.conference.Conference;
import io.smallrye.mutiny.Uni;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * How a step went.
 *
 * @param change what the conference is told
 * @param skipped participant for whom nothing more is tried in this run, null for none
 * @param last nothing more at all is tried in this run: each attempt would take until its deadline
 * @param undo takes back what a bridge has made, for when it can't be saved; null when there is nothing
 */
record StepResult(Consumer<Conference> change, String skipped, boolean last, Supplier<Uni<Void>> undo) {
    static StepResult of(Consumer<Conference> change) {
        return new StepResult(change, null, false, null);
    }

    static StepResult made(Consumer<Conference> change, Supplier<Uni<Void>> undo) {
        return new StepResult(change, null, false, undo);
    }

    static StepResult skipping(String participantId, Consumer<Conference> change) {
        return new StepResult(change, participantId, false, null);
    }

    static StepResult last(Consumer<Conference> change) {
        return new StepResult(change, null, true, null);
    }
}
