package io.directcall.media.signalling;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.directcall.contracts.media.MediaEvent.ConferenceMoved;
import io.directcall.contracts.media.MediaEvent.EndpointLost;
import io.directcall.contracts.media.MediaEvent.OfferReady;
import io.directcall.contracts.media.MoveReason;
import io.directcall.media.testing.BridgePorts;
import io.directcall.media.testing.GatewayTest;
import io.directcall.media.testing.SpareBridge;
import io.directcall.media.testing.TestBridge;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Conferences that operators move, or that leave a bridge which is drained. */
@QuarkusTest
@QuarkusTestResource(BridgePorts.class)
class MoveResourceTest extends GatewayTest {
    private static final String MOVE = "/v3/sessions/{sid}/move";
    /** Longer than a conference stays on the bridge that it leaves. */
    private static final Duration LONGER_THAN_OVERLAP = Duration.ofSeconds(20);

    @Test
    void refusesWhoHasNoApiKey() {
        anonymous().body("{}").post(MOVE, session.id()).then().statusCode(401);
    }

    @Test
    void refusesAnAuthOnlyKey() {
        anonymous()
                .header("apikey", "users-only-key")
                .body("{}")
                .post(MOVE, session.id())
                .then()
                .statusCode(403)
                .body("error.code", equalTo("AUTH_ERR_NO_ACCESS"));
    }

    @Test
    void refusesASessionThatIsNotThere() {
        operator()
                .body("{}")
                .post(MOVE, "s-nobody-made")
                .then()
                .statusCode(404)
                .body("error.code", equalTo("ERR_CALL_SESSION_NOT_FOUND"));
    }

    @Test
    void refusesABridgeThatIsNotThere() {
        session.joinAndAnswer();
        operator()
                .body(Map.of("bridge", "nowhere-1"))
                .post(MOVE, session.id())
                .then()
                .statusCode(404)
                .body("error.code", equalTo("ERR_BRIDGE_NOT_FOUND"));
    }

    @Test
    void refusesWhenThereIsNoOtherBridge() {
        session.joinAndAnswer();
        operator()
                .body("{}")
                .post(MOVE, session.id())
                .then()
                .statusCode(409)
                .body("error.code", equalTo("ERR_BRIDGE_NOT_AVAILABLE"));
    }

    @Test
    void movesToTheOtherBridgeAndLeavesTheFirstAfterwards() throws IOException {
        // Given
        String a = session.joinAndAnswer();
        String b = session.joinAndAnswer();
        try (var spare = new SpareBridge()) {
            awaitAvailable();

            // When
            operator()
                    .body(Map.of("bridge", SpareBridge.id()))
                    .post(MOVE, session.id())
                    .then()
                    .statusCode(202);

            // Then
            follow(a);
            follow(b);
            assertThat(spare.endpoints()).contains(a, b);
            assertThat(TestBridge.has(a)).isTrue();
            assertThat(session.events(ConferenceMoved.class))
                    .singleElement()
                    .extracting(ConferenceMoved::reason)
                    .isEqualTo(MoveReason.REQUESTED);
            await().atMost(LONGER_THAN_OVERLAP).until(() -> !TestBridge.has(a) && !TestBridge.has(b));
            assertThat(session.events(EndpointLost.class)).isEmpty();
            session.end();
            await().until(() -> !spare.endpoints().contains(a));
        }
    }

    @Test
    void leavesABridgeThatIsDrained() throws IOException {
        // Given
        String a = session.joinAndAnswer();
        try (var spare = new SpareBridge()) {
            awaitAvailable();

            // When
            TestBridge.drain(true);

            // Then
            follow(a);
            assertThat(spare.endpoints()).contains(a);
            assertThat(session.events(ConferenceMoved.class))
                    .singleElement()
                    .extracting(ConferenceMoved::reason)
                    .isEqualTo(MoveReason.BRIDGE_DRAINED);
            session.end();
            await().until(() -> !TestBridge.has(a));
        } finally {
            TestBridge.drain(false);
        }
    }

    private void follow(String pid) {
        OfferReady offer = session.offer(pid, next -> next.generation() == 2);
        session.answer(offer).statusCode(202);
    }

    private static void awaitAvailable() {
        await().until(() -> operator()
                .get("/v3/bridges")
                .jsonPath()
                .getString("data.find { it.id == '" + SpareBridge.id() + "' }.state")
                .equals("available"));
    }

    private static RequestSpecification operator() {
        return given().contentType("application/json").header("apikey", "test-api-key");
    }
}
