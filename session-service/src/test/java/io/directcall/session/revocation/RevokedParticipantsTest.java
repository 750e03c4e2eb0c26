package io.directcall.session.revocation;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.directcall.contracts.session.LeaveReason;
import io.directcall.contracts.session.SessionEvent.ParticipantLeft;
import io.directcall.contracts.token.Revocation;
import io.directcall.service.test.TestRevocations;
import io.directcall.session.testing.Client;
import io.directcall.session.testing.Kafka;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RevokedParticipantsTest {
    private final String sid = "revoked-" + UUID.randomUUID();
    private final Client ben = Client.of(sid, "ben");
    private final Kafka kafka = new Kafka();

    @BeforeAll
    static void tokens() {
        Client.newTokens();
    }

    @AfterEach
    void close() {
        kafka.close();
    }

    private static Revocation kickOf(String sid, String uid) {
        Instant now = Instant.now();
        return new Revocation.OfUserInSession(uid, sid, now, now.plus(25, ChronoUnit.HOURS));
    }

    @Test
    void whoseTokenIsRevokedLeavesTheCall() {
        // Given
        Client anna = Client.of(sid, "anna");
        String pid = anna.joined();
        ben.joined();

        // When
        TestRevocations.start().publish(kickOf(sid, "anna"));

        // Then
        await().atMost(10, SECONDS)
                .untilAsserted(() -> assertThat(kafka.events(sid).getLast())
                        .isInstanceOfSatisfying(ParticipantLeft.class, left -> {
                            assertThat(left.participantId()).isEqualTo(pid);
                            assertThat(left.reason()).isEqualTo(LeaveReason.TOKEN_REVOKED);
                        }));
    }

    @Test
    void theOldTokenJoinsNoMoreAndANewOneDoes() {
        // Given
        Client before = Client.of(sid, "cleo");
        before.joined();
        ben.joined();
        TestRevocations.start().publish(kickOf(sid, "cleo"));
        await().atMost(10, SECONDS)
                .untilAsserted(() ->
                        before.join("{}").then().statusCode(401).body("error.code", equalTo("AUTH_ERR_TOKEN_REVOKED")));

        // When
        Response answer = Client.of(sid, "cleo").join("{}");

        // Then
        answer.then().statusCode(201);
    }
}
