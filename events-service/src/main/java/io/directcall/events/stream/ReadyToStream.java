package io.directcall.events.stream;

import io.directcall.events.fanout.LiveReader;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready while the reader runs and the replica does not stop. Not asked: whether Kafka answers. If it does not, no other replica would do
 * better, and the open streams are best left alone.
 */
@Readiness
@Singleton
public class ReadyToStream implements HealthCheck {
    private final LiveReader reader;
    private final OpenStreams streams;

    /** Built by the container. */
    public ReadyToStream(LiveReader reader, OpenStreams streams) {
        this.reader = reader;
        this.streams = streams;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("events")
                .status(reader.isAlive() && !streams.isDraining())
                .withData("partitions", reader.partitions())
                .build();
    }
}
