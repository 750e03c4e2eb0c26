package io.directcall.events.presence;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** This process among the replicas: who knows that it died knows which streams died with it. */
public final class Replica {
    private final String id = UUID.randomUUID().toString();
    private final AtomicLong streams = new AtomicLong();

    /** Made anew by each start. */
    public String id() {
        return id;
    }

    /** Names one more stream. It starts with the id of the replica and a colon. */
    public String newConnectionId() {
        return id + ":" + streams.incrementAndGet();
    }
}
