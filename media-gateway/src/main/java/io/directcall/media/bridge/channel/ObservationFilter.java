package io.directcall.media.bridge.channel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Every endpoint's channel reports the same things: passes each change of a session once. The main speaker may change several times a
 * second, so it is held back until {@link #takeSpeaker}, and only the newest counts. Thread-safe.
 */
final class ObservationFilter {
    private final Map<String, Boolean> active = new HashMap<>();
    private String speaker;
    private String pendingSpeaker;

    /** What to pass on now. */
    synchronized List<Observation> filter(Observation observation) {
        var passed = new ArrayList<Observation>();
        switch (observation) {
            case Observation.Connectivity connectivity -> {
                Boolean before = active.put(connectivity.endpointId(), connectivity.active());
                if (before == null || before != connectivity.active()) {
                    passed.add(connectivity);
                }
            }
            case Observation.Speaker next -> pendingSpeaker = next.endpointId();
        }
        return passed;
    }

    /** The main speaker when it changed since the last call, else null. */
    synchronized Observation.Speaker takeSpeaker() {
        String next = pendingSpeaker;
        pendingSpeaker = null;
        if (next == null || next.equals(speaker)) {
            return null;
        }
        speaker = next;
        return new Observation.Speaker(next);
    }

    /** The endpoint begins anew. */
    synchronized void forget(String endpointId) {
        active.remove(endpointId);
        if (endpointId.equals(speaker)) {
            speaker = null;
        }
    }
}
