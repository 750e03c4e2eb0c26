package io.directcall.service.test;

import io.directcall.contracts.token.Revocation;
import io.directcall.contracts.topic.Topic;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** Revokes call tokens in place of token-service, by publishing it. The service under test knows it a moment later. */
public final class TestRevocations {
    private final TestTopic topic;

    private TestRevocations(TestTopic topic) {
        this.topic = topic;
    }

    /** For the application under test, whose configuration it reads. */
    public static TestRevocations start() {
        Config config = ConfigProvider.getConfig();
        return new TestRevocations(new TestTopic(
                config.getValue("kafka.bootstrap.servers", String.class),
                config.getOptionalValue("directcall.topic-prefix", String.class).orElse(""),
                Topic.REVOCATIONS));
    }

    /** Returns when Kafka has it. */
    public void publish(Revocation revocation) {
        topic.publish(revocation.key(), revocation);
    }
}
