package io.directcall.media.bridge.channel;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Every endpoint's channel reports the same things: passes each change of a session once. The main speaker may change several times a
 * second, so it is held back until {@link #takeSpeaker}, and only the newest counts. Thread-safe.
 */
final class ObservationFilter {
    /**
     * A bridge repeats that an endpoint never connected. Some repeats must pass: what was said before the client answered meant nothing
     * then, and is news afterwards.
     */
    private static final Duration REPEAT = Duration.ofSeconds(5);

    private record Passed(boolean active, Instant at) {}

    private final Clock clock;
    private final Map<String, Passed> passed = new HashMap<>();
    private String speaker;
    private String pendingSpeaker;

    ObservationFilter(Clock clock) {
        this.clock = clock;
    }

    /** What to pass on now, empty for nothing. */
    synchronized Optional<Observation> filter(Observation observation) {
        return switch (observation) {
            case Observation.Connectivity connectivity -> connectivity(connectivity);
            case Observation.Speaker next -> {
                pendingSpeaker = next.endpointId();
                yield Optional.empty();
            }
        };
    }

    private Optional<Observation> connectivity(Observation.Connectivity seen) {
        Passed before = passed.get(seen.endpointId());
        Instant now = clock.instant();
        if (before != null
                && before.active() == seen.active()
                && now.isBefore(before.at().plus(REPEAT))) {
            return Optional.empty();
        }
        passed.put(seen.endpointId(), new Passed(seen.active(), now));
        return Optional.of(seen);
    }

    /** The main speaker when it changed since the last call, else empty. */
    synchronized Optional<Observation.Speaker> takeSpeaker() {
        String next = pendingSpeaker;
        pendingSpeaker = null;
        if (next == null || next.equals(speaker)) {
            return Optional.empty();
        }
        speaker = next;
        return Optional.of(new Observation.Speaker(next));
    }

    /** The endpoint begins anew. */
    synchronized void forget(String endpointId) {
        passed.remove(endpointId);
        if (endpointId.equals(speaker)) {
            speaker = null;
        }
    }
}
