package io.directcall.media.conference.store;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.utils.Utils;

/** The hash that Kafka's default partitioner takes of a session id: modulo the number of partitions it is the session's partition. */
public final class SessionHash {
    private SessionHash() {}

    /** Never negative. */
    public static int of(String sessionId) {
        return Utils.toPositive(Utils.murmur2(sessionId.getBytes(StandardCharsets.UTF_8)));
    }

    /** The session's partition in a topic. */
    public static int partition(String sessionId, int partitions) {
        return of(sessionId) % partitions;
    }
}
