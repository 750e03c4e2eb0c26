package io.directcall.session.presence;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.directcall.contracts.presence.PresenceEvent.ReplicaAlive;
import io.directcall.contracts.presence.PresenceEvent.SubscriberConnected;
import io.directcall.contracts.session.LeaveReason;
import io.directcall.contracts.session.SessionEvent.ParticipantLeft;
import io.directcall.contracts.topic.Topic;
import io.directcall.session.testing.Client;
import io.directcall.session.testing.Kafka;
import io.directcall.session.testing.ShortTimes;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Replicas of events-service that are killed with the streams of participants whose media the bridge does not hear. */
@QuarkusTest
@TestProfile(ShortTimes.class)
class DeadReplicasTest {
    /** Longer than the lease of {@link ShortTimes} and the silence after it, with the time that messages take. */
    private static final Duration LONGER_THAN_THE_LEASE = Duration.ofSeconds(9);

    private final String sid = "replicas-" + UUID.randomUUID();
    private final Client anna = Client.of(sid, "anna");
    private final Client ben = Client.of(sid, "ben");
    private final String dead = "dead-" + UUID.randomUUID();
    private final String alive = "alive-" + UUID.randomUUID();
    private final Kafka kafka = new Kafka();

    @Inject
    AgroalDataSource database;

    @BeforeAll
    static void tokens() {
        Client.newTokens();
        Kafka.awaitConsumers();
    }

    @AfterEach
    void close() throws SQLException {
        kafka.close();
        // Replicas that are known and silent keep other tests' participants from being lost.
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("delete from event_replicas");
            statement.execute("delete from presence_read");
        }
    }

    @Test
    void whoeverHadAStreamOfADeadReplicaIsLostAndTheOthersStay() throws SQLException {
        // Given
        String lost = anna.joined();
        String staying = ben.joined();
        opened(lost, "anna", dead + ":1");
        opened(staying, "ben", alive + ":1");

        // When
        await().atMost(30, SECONDS).until(() -> {
            beat(alive);
            return !left().isEmpty();
        });

        // Then
        assertThat(left()).singleElement().satisfies(event -> {
            assertThat(event.participantId()).isEqualTo(lost);
            assertThat(event.reason()).isEqualTo(LeaveReason.CONNECTION_LOST);
        });
        assertThat(replicas()).contains(alive).doesNotContain(dead);
    }

    @Test
    void aReplicaThatSpeaksAgainIsKnownAgain() {
        // Given
        beat(dead);
        await().atMost(10, SECONDS).until(() -> replicas().contains(dead));
        await().atMost(30, SECONDS).until(() -> {
            beat(alive);
            return !replicas().contains(dead);
        });

        // When
        beat(dead);

        // Then
        await().atMost(10, SECONDS).until(() -> replicas().contains(dead));
    }

    @Test
    void silenceOfAllReplicasThrowsNobodyOut() throws SQLException {
        // Given
        String pid = anna.joined();

        // When
        opened(pid, "anna", alive + ":1");

        // Then
        await().during(LONGER_THAN_THE_LEASE)
                .atMost(LONGER_THAN_THE_LEASE.plusSeconds(2))
                .untilAsserted(() -> assertThat(left()).isEmpty());
        assertThat(replicas()).contains(alive);
    }

    private void opened(String pid, String uid, String stream) {
        kafka.publish(Topic.PRESENCE_EVENTS, sid, new SubscriberConnected(sid, pid, uid, stream, Instant.now()));
    }

    private void beat(String replica) {
        kafka.publish(Topic.PRESENCE_EVENTS, replica, new ReplicaAlive(replica, Instant.now()));
    }

    private List<ParticipantLeft> left() {
        return kafka.events(sid).stream()
                .filter(ParticipantLeft.class::isInstance)
                .map(ParticipantLeft.class::cast)
                .toList();
    }

    private List<String> replicas() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select replica_id from event_replicas")) {
            List<String> ids = new ArrayList<>();
            while (rows.next()) {
                ids.add(rows.getString(1));
            }
            return ids;
        }
    }
}
