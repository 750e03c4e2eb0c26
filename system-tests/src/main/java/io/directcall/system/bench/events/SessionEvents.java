package io.directcall.system.bench.events;

import io.directcall.contracts.topic.Topic;
import io.directcall.system.suite.RunningSuite;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** The topic to which session-service writes what happens in sessions. */
final class SessionEvents implements Publisher, AutoCloseable {
    /** Held, because levels of loggers that nobody holds are forgotten. Its client tells every step of its own life. */
    private static final Logger KAFKA_LOG = Logger.getLogger("org.apache.kafka");

    private final KafkaProducer<String, String> producer;

    SessionEvents(RunningSuite suite) {
        KAFKA_LOG.setLevel(Level.WARNING);
        this.producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        "127.0.0.1:" + suite.part("kafka").port(),
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.LINGER_MS_CONFIG,
                        "0"),
                new StringSerializer(),
                new StringSerializer());
    }

    @Override
    public void publish(String channel, String event) {
        var unused = producer.send(new ProducerRecord<>(Topic.SESSION_EVENTS.topicName(), channel, event));
    }

    @Override
    public void close() {
        producer.close();
    }
}
