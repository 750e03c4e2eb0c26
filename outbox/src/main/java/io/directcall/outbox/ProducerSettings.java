package io.directcall.outbox;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;

/**
 * How the relay talks to Kafka.
 *
 * @param values the settings of the service, with those that the order rests on
 * @param topicPrefix what the names of all topics start with
 */
record ProducerSettings(Map<String, Object> values, String topicPrefix) {
    static ProducerSettings of(Map<String, Object> kafka, String topicPrefix) {
        var values = new HashMap<>(kafka);
        values.put(ProducerConfig.ACKS_CONFIG, "all");
        values.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        // Several requests under way keep their order only at a broker that knows the producer. One that has just
        // started may refuse the first, since it has not loaded the partition yet, and take the second.
        values.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
        values.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        // A record that gives up lets later ones of its key pass. The lane decides when to give up, and then drops all.
        values.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
        values.put(ProducerConfig.RETRIES_CONFIG, Integer.MAX_VALUE);
        values.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
        values.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 3_000);
        values.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 2_000);
        return new ProducerSettings(Map.copyOf(values), topicPrefix);
    }
}
