package io.directcall.events.presence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.directcall.contracts.presence.PresenceEvent;
import io.directcall.contracts.presence.PresenceEvent.SubscriberConnected;
import io.directcall.contracts.presence.PresenceEvent.SubscriberGone;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class PresencePublisherTest {
    private static final PresenceEvent CONNECTED = new SubscriberConnected("s", "p", "alice", "c", Instant.EPOCH);
    private static final PresenceEvent GONE = new SubscriberGone("s", "p", "alice", "c", Instant.EPOCH);

    private final MockProducer<String, byte[]> kafka =
            new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());

    @Test
    void keepsTheOrderWhileKafkaIsAway() {
        // Given
        AtomicInteger attempts = new AtomicInteger();
        PresencePublisher publisher = publisher(10, Duration.ofSeconds(20), () -> {
            if (attempts.incrementAndGet() < 3) {
                throw new KafkaException("away");
            }
            return kafka;
        });
        // When
        publisher.publish(CONNECTED);
        publisher.publish(GONE);
        // Then
        await().until(() -> kafka.history().size() == 2);
        assertThat(kafka.history())
                .extracting(message -> new String(message.value(), UTF_8).contains("SubscriberGone"))
                .containsExactly(false, true);
        assertThat(kafka.history()).extracting(message -> message.key()).containsOnly("s");
        assertThat(publisher.lost()).isZero();
        publisher.close();
    }

    @Test
    void givesUpWhenKafkaIsAwayForTooLong() {
        // Given
        PresencePublisher publisher = publisher(10, Duration.ZERO, () -> {
            throw new KafkaException("away");
        });
        // When
        publisher.publish(CONNECTED);
        // Then
        await().until(() -> publisher.lost() == 1);
        publisher.close();
    }

    @Test
    void countsWhatDoesNotFit() {
        // Given: a publisher that has not started
        PresencePublisher publisher = new PresencePublisher(() -> kafka, "presence", json(), 1, Duration.ZERO);
        publisher.publish(CONNECTED);
        // When
        publisher.publish(GONE);
        // Then
        assertThat(publisher.lost()).isEqualTo(1);
    }

    private static PresencePublisher publisher(
            int most, Duration patience, Supplier<Producer<String, byte[]>> producers) {
        PresencePublisher publisher = new PresencePublisher(producers, "presence", json(), most, patience);
        publisher.start();
        return publisher;
    }

    private static ObjectMapper json() {
        return new ObjectMapper().registerModule(new JavaTimeModule());
    }
}
