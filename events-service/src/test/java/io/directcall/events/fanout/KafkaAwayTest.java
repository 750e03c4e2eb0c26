package io.directcall.events.fanout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.directcall.contracts.session.Role;
import io.directcall.events.position.Channel;
import io.directcall.events.subscription.EndRule;
import io.directcall.events.subscription.QueueLimits;
import io.directcall.events.subscription.SessionListener;
import io.directcall.events.subscription.Subscription;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;

class KafkaAwayTest {
    private static final Topics TOPICS = new Topics(Channel.SESSION, "");

    @Test
    void aNewSubscriptionIsRefusedAndTheReaderStays() {
        // Given
        try (LiveReader reader = new LiveReader("test-live", KafkaAwayTest::consumer, TOPICS);
                KafkaWorker worker = new KafkaWorker("test-worker", KafkaAwayTest::consumer)) {
            reader.start();
            MemoryLimits limits = new MemoryLimits(10, 1000, 10);
            HistoryReader history = new HistoryReader(worker, TOPICS);
            Fanout fanout = new Fanout(reader, history, new LogLookup(worker, TOPICS), limits, Duration.ofSeconds(1));
            Subscription subscription = new Subscription(
                    new SessionListener("s", "alice", Role.PARTICIPANT, "p1"),
                    EndRule.NEVER,
                    new QueueLimits(1, 1),
                    () -> {});
            // When
            CompletableFuture<Attachment> opening = fanout.open(subscription, new StartFrom.Now());
            // Then
            assertThatThrownBy(() -> opening.get(10, TimeUnit.SECONDS))
                    .rootCause()
                    .isInstanceOf(org.apache.kafka.common.errors.TimeoutException.class);
            assertThat(reader.isAlive()).isTrue();
        }
    }

    private static Consumer<String, byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of("bootstrap.servers", "127.0.0.1:1", "default.api.timeout.ms", 500, "request.timeout.ms", 400),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }
}
