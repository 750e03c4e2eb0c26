package io.directcall.media.ownership;

import io.directcall.media.conference.Conference;
import java.util.function.Consumer;

/**
 * How a step went.
 *
 * @param change what the conference is told
 * @param skipped participant for whom nothing more is tried in this run, null for none
 */
record StepResult(Consumer<Conference> change, String skipped) {
    static StepResult of(Consumer<Conference> change) {
        return new StepResult(change, null);
    }

    static StepResult skipping(String participantId, Consumer<Conference> change) {
        return new StepResult(change, participantId);
    }
}
