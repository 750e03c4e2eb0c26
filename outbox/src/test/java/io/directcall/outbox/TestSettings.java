package io.directcall.outbox;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Duration;
import java.util.Map;

/** Settings of relays that tests start beside that of the application. */
record TestSettings(int batchSize, Duration ackTimeout) implements OutboxConfig {
    @Override
    public String sweepInterval() {
        return "200ms";
    }

    @Override
    public Duration maxBackOff() {
        return Duration.ofMillis(500);
    }

    @Override
    public Duration stopTimeout() {
        return Duration.ofSeconds(5);
    }

    Lane lane(int number, Pool pool, String broker) {
        return lane(number, pool, broker, TopicReader.prefix());
    }

    Lane lane(int number, Pool pool, String broker, String topicPrefix) {
        // So little that the rows of a batch go in many requests.
        Map<String, Object> kafka = Map.of("bootstrap.servers", broker, "batch.size", 300);
        var producer = ProducerSettings.of(kafka, topicPrefix);
        var metrics = new RelayMetrics(new SimpleMeterRegistry());
        return new Lane(number, pool, new RowPublisher(producer), this, metrics);
    }
}
