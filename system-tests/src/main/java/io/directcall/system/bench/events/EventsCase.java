package io.directcall.system.bench.events;

import java.util.List;

/**
 * How many listen, and to what.
 *
 * @param name on the command line and in the report
 * @param subscribers connections
 * @param channels sessions, over which they are spread evenly
 * @param perSecond events published a second while timing; 0 when nobody says anything
 * @param burst events published as fast as the hub takes them, after that
 */
record EventsCase(String name, int subscribers, int channels, int perSecond, int burst) {
    static final List<EventsCase> ALL = List.of(
            new EventsCase("sessions", 5_000, 1_000, 500, 10_000),
            new EventsCase("crowd", 5_000, 1, 1, 30),
            new EventsCase("idle", 10_000, 2_000, 0, 0));

    /** How many get each event. */
    int audience() {
        return subscribers / channels;
    }
}
