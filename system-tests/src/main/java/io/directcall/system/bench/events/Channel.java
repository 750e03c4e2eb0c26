package io.directcall.system.bench.events;

import io.directcall.contracts.session.Participant;
import io.directcall.contracts.session.Role;
import io.directcall.contracts.session.SessionEvent;
import io.directcall.system.client.Json;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLongArray;

/** A session of the benchmark: what was published in it, and when. One thread publishes, another one looks up. */
final class Channel {
    private final String name;
    private final Participant participant;
    private final AtomicLongArray handedOver;
    private int published;

    /** @param most events that will ever be published in it */
    Channel(String name, int most) {
        this.name = name;
        this.handedOver = new AtomicLongArray(most + 1);
        this.participant = new Participant(
                "c0ffee" + Integer.toHexString(name.hashCode()),
                "bench-1",
                "User bench-1",
                null,
                Role.PARTICIPANT,
                true,
                false,
                false,
                false,
                Instant.EPOCH);
    }

    String name() {
        return name;
    }

    int published() {
        return published;
    }

    /**
     * Publishes the next event.
     *
     * @param due in {@link System#nanoTime}: when it had to be published, so that a late publisher counts as a late event
     */
    void publish(Publisher to, long due) {
        published++;
        handedOver.set(published, due);
        to.publish(name, event());
    }

    /** As it is on its way. */
    String event() {
        return Json.write(new SessionEvent.ParticipantUpdated(
                name, published, Instant.now(), participant, participant.participantId()));
    }

    long handedOverAt(long seq) {
        return handedOver.get((int) seq);
    }
}
