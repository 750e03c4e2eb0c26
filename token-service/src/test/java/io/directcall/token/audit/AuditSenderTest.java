package io.directcall.token.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.directcall.contracts.audit.AuditActor;
import io.directcall.contracts.audit.AuditEvent;
import io.directcall.contracts.session.Role;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** With a producer that only keeps what it is given; {@code AuditTest} has Kafka. */
class AuditSenderTest {
    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());

    private final MockProducer<String, String> kafka =
            new MockProducer<>(true, null, new StringSerializer(), new StringSerializer());

    @Test
    void sendsWhatStillWaitsWhenTheServiceStops() {
        // Given
        AuditSender sender = new AuditSender(() -> kafka, "audit", JSON);
        sender.offer(issued("a"));
        sender.offer(issued("b"));

        // When
        sender.close();

        // Then
        assertThat(kafka.history())
                .extracting(ProducerRecord::value)
                .hasSize(2)
                .first()
                .asString()
                .contains("\"a\"");
        assertThat(kafka.closed()).isTrue();
    }

    @Test
    void sendsAgainAfterAPause() {
        // Given
        AuditSender sender = new AuditSender(() -> kafka, "audit", JSON);
        sender.offer(issued("a"));
        Awaitility.await().until(() -> kafka.history().size() == 1);

        // When
        sender.offer(issued("b"));

        // Then
        Awaitility.await().until(() -> kafka.history().size() == 2);
        sender.close();
    }

    @Test
    void nobodyWaitsForAKafkaThatIsAwayAndMemoryStaysBounded() {
        // Given
        CountDownLatch back = new CountDownLatch(1);
        AuditSender sender = new AuditSender(() -> await(back), "audit", JSON);
        for (int i = 0; i < AuditSender.MOST_WAITING; i++) {
            assertThat(sender.offer(issued("t" + i))).isTrue();
        }

        // When
        boolean taken = sender.offer(issued("one too many"));

        // Then
        assertThat(taken).isFalse();
        back.countDown();
        Awaitility.await().until(() -> kafka.history().size() == AuditSender.MOST_WAITING);
        sender.close();
    }

    private Producer<String, String> await(CountDownLatch back) {
        try {
            back.await();
            return kafka;
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }

    private static AuditEvent issued(String jti) {
        AuditActor user = new AuditActor(AuditActor.Kind.USER, "ada", "127.0.0.1");
        return new AuditEvent.CallTokenIssued(
                Instant.EPOCH, user, "ada", "s", jti, Role.PARTICIPANT, Instant.EPOCH.plusSeconds(60));
    }
}
