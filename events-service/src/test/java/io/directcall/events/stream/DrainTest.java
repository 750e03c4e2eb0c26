package io.directcall.events.stream;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.directcall.contracts.presence.PresenceEvent.SubscriberGone;
import io.directcall.events.testing.PresenceLog;
import io.directcall.events.testing.SseClient;
import io.directcall.events.testing.SseEvent;
import io.directcall.events.testing.Streams;
import io.directcall.service.test.TestAuthTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** A replica that was drained takes no streams any more: this test has an application of its own. */
@QuarkusTest
@TestProfile(DrainTest.OwnApplication.class)
class DrainTest {

    public static final class OwnApplication implements QuarkusTestProfile {}

    private final String session = Streams.newSession();

    @Inject
    OpenStreams open;

    @Inject
    ObjectMapper json;

    @Test
    void sendsTheClientsAwayAndTakesNoMore() {
        // Given
        try (Streams streams = new Streams();
                PresenceLog presence = new PresenceLog(json);
                SseClient alice = streams.open(session, "alice", "");
                SseClient phone = openUserStream()) {
            // When
            open.drain();
            // Then
            assertThat(alice.awaitEnd()).extracting(SseEvent::data).containsExactly("{\"reason\":\"draining\"}");
            assertThat(phone.awaitEnd()).extracting(SseEvent::data).containsExactly("{\"reason\":\"draining\"}");
            assertThat(Integer.parseInt(alice.retry())).isBetween(0, 3000);
            assertThat(alice.lastEventId()).doesNotContain("end");
            await().until(() -> presence.of(session).stream().anyMatch(SubscriberGone.class::isInstance));
            given().header("callToken", streams.token(session, "alice"))
                    .get("/v3/sessions/{id}/events", session)
                    .then()
                    .statusCode(503)
                    .body("error.code", equalTo("ERR_UNAVAILABLE"));
            given().get("/q/health/ready").then().statusCode(503);
        }
    }

    private static SseClient openUserStream() {
        await().until(() -> given().get("/q/health/ready").statusCode() == 200);
        String uid = Streams.newUser();
        String token = TestAuthTokens.start().token(uid);
        return SseClient.openWithAuthToken(Streams.userUri(uid, ""), token);
    }
}
