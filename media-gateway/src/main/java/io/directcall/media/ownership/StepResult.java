package io.directcall.media.ownership;

import io.directcall.media.conference.Conference;
import java.util.function.Consumer;

/**
 * How a step went.
 *
 * @param change what the conference is told
 * @param skipped participant for whom nothing more is tried in this run, null for none
 * @param last nothing more at all is tried in this run: each attempt would take until its deadline
 */
record StepResult(Consumer<Conference> change, String skipped, boolean last) {
    static StepResult of(Consumer<Conference> change) {
        return new StepResult(change, null, false);
    }

    static StepResult skipping(String participantId, Consumer<Conference> change) {
        return new StepResult(change, participantId, false);
    }

    static StepResult last(Consumer<Conference> change) {
        return new StepResult(change, null, true);
    }
}
