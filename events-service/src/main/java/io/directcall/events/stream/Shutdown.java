package io.directcall.events.stream;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Sends the clients to other replicas before this one stops. */
@Singleton
public class Shutdown {
    private final OpenStreams streams;

    /** Built by the container. */
    public Shutdown(OpenStreams streams) {
        this.streams = streams;
    }

    /** Fired first of all, while the HTTP server still takes and answers requests. */
    void drain(@Observes ShutdownDelayInitiatedEvent stopping) {
        streams.drain();
    }
}
