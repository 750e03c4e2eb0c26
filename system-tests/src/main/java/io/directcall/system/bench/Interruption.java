package io.directcall.system.bench;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The time between two frames that follow each other.
 *
 * @param begin when the one before was shown, in ms since 1970
 * @param end when the one after was shown
 */
record Interruption(double begin, double end) {

    /**
     * The longest that was not over at the time of an incident.
     *
     * @param frames when frames of one person were shown, the oldest first
     * @param incident in ms since 1970
     * @return empty when no frame came after the incident
     */
    static Optional<Interruption> longest(List<Double> frames, double incident) {
        return IntStream.range(1, frames.size())
                .mapToObj(i -> new Interruption(frames.get(i - 1), frames.get(i)))
                .filter(pause -> pause.end > incident)
                .max(Comparator.comparingDouble(Interruption::millis));
    }

    double millis() {
        return end - begin;
    }
}
