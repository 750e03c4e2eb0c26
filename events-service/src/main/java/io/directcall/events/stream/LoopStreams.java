package io.directcall.events.stream;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** The open streams of one event loop, with one timer for all of them: a timer each costs memory. Belongs to its event loop. */
final class LoopStreams {
    private final Set<EventStream> streams = new LinkedHashSet<>();

    void add(EventStream stream) {
        streams.add(stream);
    }

    void remove(EventStream stream) {
        streams.remove(stream);
    }

    boolean isEmpty() {
        return streams.isEmpty();
    }

    void tick() {
        long now = System.nanoTime();
        Instant time = Instant.now();
        forEach(stream -> stream.tick(now, time));
    }

    /** Streams may remove themselves meanwhile. */
    void forEach(Consumer<EventStream> action) {
        List.copyOf(streams).forEach(action);
    }
}
