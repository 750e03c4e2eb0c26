package io.directcall.events.fanout;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TopicsTest {
    @ParameterizedTest
    @ValueSource(strings = {"s", "meeting-1", "", "Zoë", "0123456789012345678901234567890123456789"})
    void findsThePartitionThatTheProducerChooses(String sessionId) {
        for (int partitions : new int[] {1, 8, 12}) {
            // When
            int partition = Topics.partitionOf(sessionId, partitions);
            // Then
            assertThat(partition).isEqualTo(BuiltInPartitioner.partitionForKey(sessionId.getBytes(UTF_8), partitions));
        }
    }
}
