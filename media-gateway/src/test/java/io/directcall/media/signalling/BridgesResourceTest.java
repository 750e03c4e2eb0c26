package io.directcall.media.signalling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.directcall.contracts.bridge.BridgeEvent.BridgeStateChanged;
import io.directcall.contracts.bridge.BridgeState;
import io.directcall.media.testing.BridgePorts;
import io.directcall.media.testing.GatewayTest;
import io.directcall.media.testing.TestBridge;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What operators see of a bridge, and do to it. */
@QuarkusTest
@QuarkusTestResource(BridgePorts.class)
class BridgesResourceTest extends GatewayTest {
    @AfterEach
    void leaveTheBridgeInUse() {
        TestBridge.start();
        await().untilAsserted(() -> post("undrain").statusCode(200));
    }

    @Test
    void showsABridge() {
        await().untilAsserted(() -> operator()
                .get("/v3/bridges")
                .then()
                .statusCode(200)
                .body("data[0].id", equalTo(TestBridge.id()))
                .body("data[0].url", equalTo(TestBridge.url()))
                .body("data[0].state", equalTo("available"))
                .body("data[0].reason", equalTo("answers and is well"))
                .body("data[0].since", notNullValue())
                .body("data[0].stress", notNullValue())
                .body("data[0].endpoints", notNullValue())
                .body("data[0].conferences", notNullValue()));
    }

    @Test
    void drainsABridgeAndTakesItBack() {
        // When, Then
        post("drain").statusCode(200).body("data.state", equalTo("draining")).body("data.id", equalTo(TestBridge.id()));
        post("drain").statusCode(200).body("data.state", equalTo("draining"));
        post("undrain").statusCode(200).body("data.state", equalTo("available"));
        post("undrain").statusCode(200).body("data.state", equalTo("available"));
    }

    @Test
    void refusesWhoHasNoKey() {
        anonymous().post("/v3/bridges/{id}/drain", TestBridge.id()).then().statusCode(401);
        anonymous().post("/v3/bridges/{id}/undrain", TestBridge.id()).then().statusCode(401);
    }

    @Test
    void refusesAnAuthOnlyKey() {
        authOnly().get("/v3/bridges").then().statusCode(403).body("error.code", equalTo("AUTH_ERR_NO_ACCESS"));
        authOnly()
                .post("/v3/bridges/{id}/drain", TestBridge.id())
                .then()
                .statusCode(403)
                .body("error.code", equalTo("AUTH_ERR_NO_ACCESS"));
    }

    @Test
    void doesNotKnowAnotherBridge() {
        operator()
                .post("/v3/bridges/nowhere-1/drain")
                .then()
                .statusCode(404)
                .body("error.code", equalTo("ERR_BRIDGE_NOT_FOUND"));
    }

    @Test
    void saysThatABridgeDoesNotAnswer() {
        // Given
        TestBridge.stop();

        // When, Then
        post("drain").statusCode(503).body("error.code", equalTo("ERR_UNAVAILABLE"));
    }

    @Test
    void tellsOfABridgeThatIsGoneAndBack() {
        // Given
        await().until(() -> states().getLast() == BridgeState.AVAILABLE);

        // When
        TestBridge.stop();
        await().until(() -> states().getLast() == BridgeState.UNREACHABLE);
        TestBridge.start();

        // Then
        await().until(() -> states().getLast() == BridgeState.AVAILABLE);
    }

    @Test
    void measuresTheBridge() {
        await().untilAsserted(() -> anonymous()
                .get("/q/metrics")
                .then()
                .body(containsString(
                        "directcall_bridge_state{bridge=\"" + TestBridge.id() + "\",state=\"available\"} 1.0"))
                .body(containsString("directcall_bridge_stress{bridge=\"" + TestBridge.id() + "\"}"))
                .body(containsString("directcall_bridge_changes_total{bridge=\"" + TestBridge.id() + "\"")));
    }

    @Test
    void reportsEachMetricThatAnAlertNames() throws Exception {
        // Given
        Set<String> named = metrics(Files.readString(Path.of("..", "deploy", "alerts", "bridges.yaml")));

        // When, Then
        assertThat(named).hasSizeGreaterThan(2);
        await().untilAsserted(() ->
                assertThat(metrics(anonymous().get("/q/metrics").asString())).containsAll(named));
    }

    private static Set<String> metrics(String text) {
        return Pattern.compile("directcall_bridge_\\w+")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    private List<BridgeState> states() {
        return kafka().bridgeEvents(TestBridge.id()).stream()
                .map(BridgeStateChanged.class::cast)
                .map(BridgeStateChanged::state)
                .toList();
    }

    private ValidatableResponse post(String what) {
        return operator().post("/v3/bridges/{id}/{what}", TestBridge.id(), what).then();
    }

    private RequestSpecification authOnly() {
        return anonymous().header("apikey", "users-only-key");
    }

    private RequestSpecification operator() {
        return anonymous().header("apikey", "test-api-key");
    }
}
