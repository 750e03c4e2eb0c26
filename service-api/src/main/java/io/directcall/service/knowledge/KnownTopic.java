package io.directcall.service.knowledge;

import io.directcall.contracts.topic.Topic;
import io.directcall.service.topic.CompactedTopicReader;
import io.directcall.service.topic.TopicView;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * A topic that is held in memory. A service that does not know all of it yet would refuse what is good, or let in what is not: it is not
 * ready.
 *
 * @param topic which one; its name is also that of the readiness check
 * @param view what is known
 * @param reader fills the view
 * @param <V> the values of the topic
 */
record KnownTopic<V>(Topic topic, TopicView<V> view, CompactedTopicReader<V> reader) implements HealthCheck {
    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named(topic.topicName())
                .status(view.complete())
                .build();
    }
}
