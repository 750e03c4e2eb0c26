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

    private record Heard(boolean active, Instant at) {}

    private final Clock clock;
    private final Map<String, Heard> heard = new HashMap<>();
    private final Map<String, DownlinkMeter> meters = new HashMap<>();
    private String speaker;
    private String pendingSpeaker;

    ObservationFilter(Clock clock) {
        this.clock = clock;
    }

    /**
     * What to pass on now, empty for nothing.
     *
     * @param demandKbps how much video the endpoint asks for on whose channel it came
     */
    synchronized Optional<Observation.Passed> filter(Observation observation, int demandKbps) {
        return switch (observation) {
            case Observation.Connectivity connectivity -> connectivity(connectivity);
            case Observation.Speaker next -> {
                pendingSpeaker = next.endpointId();
                yield Optional.empty();
            }
            case Observation.Downlink estimate -> quality(estimate, demandKbps);
            case Observation.Quality passed -> Optional.of(passed);
        };
    }

    private Optional<Observation.Passed> quality(Observation.Downlink estimate, int demandKbps) {
        return meters.computeIfAbsent(estimate.endpointId(), id -> new DownlinkMeter())
                .estimated(estimate.kbps(), demandKbps, clock.instant())
                .map(level -> new Observation.Quality(estimate.endpointId(), level, estimate.kbps()));
    }

    private Optional<Observation.Passed> connectivity(Observation.Connectivity seen) {
        Heard before = heard.get(seen.endpointId());
        Instant now = clock.instant();
        if (before != null
                && before.active() == seen.active()
                && now.isBefore(before.at().plus(REPEAT))) {
            return Optional.empty();
        }
        heard.put(seen.endpointId(), new Heard(seen.active(), now));
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
        heard.remove(endpointId);
        meters.remove(endpointId);
        if (endpointId.equals(speaker)) {
            speaker = null;
        }
    }
}
