package io.directcall.service.knowledge;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.directcall.contracts.topic.Topic;
import io.directcall.service.ServiceConfig;
import io.directcall.service.topic.CompactedTopicReader;
import io.directcall.service.topic.TopicView;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.Map;
import org.eclipse.microprofile.health.Readiness;

/** Starts the reader of each {@link KnownTopic} with the service and stops it at shutdown. */
@Singleton
class Readers {
    private final Map<String, Object> kafka;
    private final String topicPrefix;
    private final ObjectMapper json;

    /** Built by the container. */
    Readers(@Identifier("default-kafka-broker") Map<String, Object> kafka, ServiceConfig config, ObjectMapper json) {
        this.kafka = kafka;
        this.topicPrefix = config.topicPrefix().orElse("");
        this.json = json;
    }

    <V> KnownTopic<V> known(Topic topic, Class<V> type, TopicView<V> view) {
        String name = topic.nameWithPrefix(topicPrefix);
        return new KnownTopic<>(topic, view, new CompactedTopicReader<>(kafka, name, type, view, json));
    }

    void start(@Observes StartupEvent started, @Readiness Instance<KnownTopic<?>> topics) {
        topics.forEach(topic -> topic.reader().start());
    }

    void stop(@Observes ShutdownEvent stopping, @Readiness Instance<KnownTopic<?>> topics) {
        topics.forEach(topic -> topic.reader().close());
    }
}
