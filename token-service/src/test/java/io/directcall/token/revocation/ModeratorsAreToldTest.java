package io.directcall.token.revocation;

import static io.directcall.token.Api.createUser;
import static io.directcall.token.Api.server;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.directcall.contracts.session.LeaveReason;
import io.directcall.contracts.session.SessionEvent;
import io.directcall.contracts.session.SessionEvent.ParticipantLeft;
import io.directcall.contracts.session.SessionEvent.UserBanned;
import io.directcall.contracts.session.SessionEvent.UserUnbanned;
import io.directcall.contracts.topic.Topic;
import io.directcall.service.ServiceConfig;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ModeratorsAreToldTest {
    private final String sessionId = "s-" + UUID.randomUUID();
    private final List<SessionEvent.ForModerators> told = new ArrayList<>();
    private KafkaConsumer<String, String> events;

    @Inject
    ServiceConfig config;

    @Inject
    ObjectMapper json;

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> kafka;

    @BeforeEach
    void listen() {
        events = new KafkaConsumer<>(brokers(), new StringDeserializer(), new StringDeserializer());
        events.assign(events.partitionsFor(topic()).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList());
        events.seekToBeginning(events.assignment());
    }

    @AfterEach
    void close() {
        events.close();
    }

    @Test
    void ofABanAndOfItsLifting() {
        // Given
        String uid = createUser();

        // When
        server().body(Map.of("uid", uid, "sessionId", sessionId, "ban", true, "banSeconds", 600))
                .post("/v3/revocations")
                .then()
                .statusCode(200);
        lift(uid).then().statusCode(200);
        lift(uid).then().statusCode(404);

        // Then
        awaitTold(2);
        UserBanned banned = (UserBanned) told.getFirst();
        assertThat(banned).isEqualTo(new UserBanned(sessionId, banned.at(), uid, banned.until()));
        assertThat(banned.until())
                .isBetween(banned.at().plusSeconds(590), banned.at().plusSeconds(610));
        assertThat(told.get(1))
                .isEqualTo(new UserUnbanned(sessionId, told.get(1).at(), uid));
    }

    @Test
    void onceOfAKickThatBansAndIsHeardOfTwiceAndNotOfAMereKick() throws Exception {
        // Given
        String banned = createUser();
        String last = createUser();
        var kick = new ParticipantLeft(sessionId, 4, Instant.now(), "p", banned, LeaveReason.KICKED, true);

        // When
        publish(new ParticipantLeft(sessionId, 3, Instant.now(), "q", createUser(), LeaveReason.KICKED, null));
        publish(kick);
        publish(kick);
        publish(new ParticipantLeft(sessionId, 5, Instant.now(), "r", last, LeaveReason.KICKED, true));

        // Then
        awaitTold(2);
        assertThat(told).extracting(event -> ((UserBanned) event).uid()).containsExactly(banned, last);
        assertThat(told).extracting(event -> ((UserBanned) event).until()).containsOnlyNulls();
    }

    private Response lift(String uid) {
        return server().queryParam("uid", uid)
                .queryParam("sessionId", sessionId)
                .delete("/v3/revocations");
    }

    /** The consumer of kicks needs some time on a busy machine until it has its partitions. */
    private void awaitTold(int count) {
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            events.poll(Duration.ofMillis(50)).forEach(message -> {
                if (message.key().equals(sessionId)
                        && read(message.value()) instanceof SessionEvent.ForModerators event) {
                    told.add(event);
                }
            });
            return told.size() >= count;
        });
    }

    private SessionEvent read(String event) {
        try {
            return json.readValue(event, SessionEvent.class);
        } catch (JsonProcessingException e) {
            throw new AssertionError("Not an event of a session: " + event, e);
        }
    }

    private void publish(SessionEvent event) throws Exception {
        try (var producer = new KafkaProducer<>(brokers(), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic(), sessionId, json.writeValueAsString(event)))
                    .get();
        }
    }

    private Map<String, Object> brokers() {
        return Map.of("bootstrap.servers", kafka.get("bootstrap.servers"));
    }

    private String topic() {
        return Topic.SESSION_EVENTS.nameWithPrefix(config.topicPrefix().orElse(""));
    }
}
