package io.directcall.system.bench.events;

import io.directcall.contracts.session.Role;
import io.directcall.contracts.topic.Topic;
import io.directcall.system.client.ApiClient;
import io.directcall.system.client.CallTokens;
import io.directcall.system.client.EventLoop;
import io.directcall.system.suite.RunningSuite;
import io.vertx.core.http.RequestOptions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** events-service: events come from Kafka, as session-service writes them there; subscribers go to it without the edge between. */
final class DirectCallHub implements Hub {
    private static final String USER = "bench-1";
    /** Held, because levels of loggers that nobody holds are forgotten. Its client tells every step of its own life. */
    private static final Logger KAFKA_LOG = Logger.getLogger("org.apache.kafka");

    private final EventLoop loop = new EventLoop();
    private final RunningSuite suite;
    private final KafkaProducer<String, String> producer;
    private final CallTokens callTokens;
    private final Map<String, String> tokens = new HashMap<>();

    DirectCallHub(RunningSuite suite) {
        KAFKA_LOG.setLevel(Level.WARNING);
        this.suite = suite;
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
        this.callTokens = new CallTokens(
                loop.call(() -> new ApiClient(loop.vertx(), suite.run().port(), new Random(1))));
        loop.await(() -> callTokens.users(List.of(USER)));
    }

    @Override
    public String name() {
        return "Direct Call";
    }

    @Override
    public void prepare(List<String> channels) {
        tokens.clear();
        channels.forEach(channel ->
                tokens.put(channel, loop.await(() -> callTokens.of(channel, USER, Role.PARTICIPANT))));
    }

    @Override
    public RequestOptions stream(String channel) {
        return new RequestOptions()
                .setHost("127.0.0.1")
                .setPort(suite.part("events-service").port())
                .setURI("/v3/sessions/" + channel + "/events")
                .putHeader("accept", "text/event-stream")
                .putHeader("callToken", tokens.get(channel));
    }

    @Override
    public void publish(String channel, String event) {
        var unused = producer.send(new ProducerRecord<>(Topic.SESSION_EVENTS.topicName(), channel, event));
    }

    @Override
    public ProcessUse use() {
        return ProcessUse.ofTree(suite.part("events-service").pid());
    }

    @Override
    public void close() {
        producer.close();
        loop.close();
    }
}
