package io.directcall.events.testing;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Limits and times so small that tests reach them soon. */
public final class SmallLimits implements QuarkusTestProfile {
    /** Events that are kept in memory. */
    public static final int MEMORY_EVENTS = 40;

    /** Streams that a user may open in a minute. */
    public static final int STREAMS_PER_MINUTE = 400;

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "directcall.limits.user-per-minute", Integer.toString(STREAMS_PER_MINUTE),
                "directcall.events.heartbeat", "300ms",
                "directcall.events.write-deadline", "1s",
                "directcall.events.queue-frames", "16",
                "directcall.events.send-buffer", "16384",
                "directcall.events.memory-events", Integer.toString(MEMORY_EVENTS),
                "directcall.events.warm-up-records", "10",
                "directcall.events.linger", "1s",
                "directcall.events.alive-interval", "200ms",
                "quarkus.vertx.max-event-loop-execute-time", "1s");
    }
}
