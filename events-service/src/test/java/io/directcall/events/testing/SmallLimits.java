package io.directcall.events.testing;

import static java.util.Map.entry;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Limits and times so small that tests reach them soon. */
public final class SmallLimits implements QuarkusTestProfile {
    /** Events that are kept in memory. */
    public static final int MEMORY_EVENTS = 40;

    /** Streams that a user may open in a minute. */
    public static final int STREAMS_PER_MINUTE = 400;

    /** Streams that a user may have open. */
    public static final int STREAMS_PER_USER = 8;

    /** Streams that an address may have open: more than all others that tests open from this machine at a time. */
    public static final int STREAMS_PER_ADDRESS = 30;

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.ofEntries(
                // Clients of another network, see OtherMachine.
                entry("quarkus.http.host", "0.0.0.0"),
                entry("directcall.limits.proxies", "1"),
                entry("directcall.limits.user-per-minute", Integer.toString(STREAMS_PER_MINUTE)),
                entry("directcall.events.streams-per-user", Integer.toString(STREAMS_PER_USER)),
                entry("directcall.events.streams-per-address", Integer.toString(STREAMS_PER_ADDRESS)),
                entry("directcall.events.heartbeat", "300ms"),
                entry("directcall.events.write-deadline", "1s"),
                entry("directcall.events.queue-frames", "16"),
                entry("directcall.events.send-buffer", "16384"),
                entry("directcall.events.memory-events", Integer.toString(MEMORY_EVENTS)),
                entry("directcall.events.warm-up-records", "10"),
                entry("directcall.events.linger", "1s"),
                entry("directcall.events.alive-interval", "200ms"),
                entry("quarkus.vertx.max-event-loop-execute-time", "1s"));
    }
}
