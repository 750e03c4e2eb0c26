package io.directcall.infra.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.directcall.contracts.topic.Topic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TopicsTest {

    @ParameterizedTest
    @EnumSource(Topic.class)
    void theBrokerStampsEveryRecord(Topic topic) {
        // When / Then
        assertThat(Topics.settings(topic)).containsEntry("message.timestamp.type", "LogAppendTime");
    }

    @Test
    void eventsGoAfterTheirRetention() {
        // When / Then
        assertThat(Topics.settings(Topic.SESSION_EVENTS))
                .containsEntry("cleanup.policy", "delete")
                .containsEntry("retention.ms", "86400000");
    }

    @Test
    void theAuditStaysForAMonthAndAllOfIt() {
        // When / Then
        assertThat(Topics.settings(Topic.AUDIT))
                .containsEntry("cleanup.policy", "delete")
                .containsEntry("retention.ms", "2592000000");
    }

    @Test
    void keysStay() {
        // When / Then
        assertThat(Topics.settings(Topic.SIGNING_KEYS))
                .containsEntry("cleanup.policy", "compact")
                .doesNotContainKey("retention.ms");
    }
}
