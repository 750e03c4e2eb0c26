package io.directcall.events.stream;

import io.directcall.events.fanout.Fanouts;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready while events are read and the replica does not stop. Not asked: whether Kafka answers. If it does not, no other replica would do
 * better, and the open streams are best left alone.
 */
@Readiness
@Singleton
public class ReadyToStream implements HealthCheck {
    private final Fanouts fanouts;
    private final OpenStreams streams;

    /** Built by the container. */
    public ReadyToStream(Fanouts fanouts, OpenStreams streams) {
        this.fanouts = fanouts;
        this.streams = streams;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("events")
                .status(fanouts.isAlive() && !streams.isDraining())
                .withData("partitions", fanouts.partitions())
                .build();
    }
}
