package io.directcall.bridge;

import static io.directcall.bridge.client.Requests.endpoints;
import static io.directcall.bridge.client.Requests.expired;
import static io.directcall.bridge.client.Requests.newConference;
import static io.directcall.bridge.client.Requests.newEndpoint;
import static io.directcall.bridge.client.Requests.newMeeting;
import static io.directcall.bridge.client.Requests.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.directcall.bridge.client.ColibriClient;
import io.directcall.bridge.client.ColibriClient.Answer;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ShutdownTest {
    private final DevBridge server =
            new DevBridge(BridgeOptions.builder().mostEndpoints(2).build()).start();
    private final ColibriClient bridge = new ColibriClient(server.httpUri());
    private final String meeting = newMeeting();

    ShutdownTest() throws IOException {}

    @AfterEach
    void close() {
        server.close();
    }

    private Answer orderShutdown() {
        return bridge.send("POST", "/colibri/shutdown", "{\"graceful-shutdown\":true}", "application/json");
    }

    @Test
    void refusesNewConferencesButKeepsTheOld() {
        // Given
        bridge.create(newConference(meeting, newEndpoint("alice")));

        // When
        Answer ordered = orderShutdown();

        // Then
        assertThat(ordered.status()).isEqualTo(200);
        assertThat(bridge.create(newConference(newMeeting())).message())
                .isEqualTo("Failed to create conference: In graceful shutdown");
        assertThat(bridge.patch(meeting, endpoints(newEndpoint("bob"))).status())
                .isEqualTo(200);
        assertThat(bridge.get("/about/health").status()).isEqualTo(200);
        assertThat(bridge.get("/colibri/stats").json().path("graceful_shutdown").booleanValue())
                .isTrue();
        assertThat(server.finished()).isNotDone();
    }

    @Test
    void endsWithTheLastConference() {
        // Given
        bridge.create(newConference(meeting, newEndpoint("alice")));
        orderShutdown();

        // When
        bridge.patch(meeting, endpoints(expired("alice")));

        // Then
        assertThat(server.finished()).succeedsWithin(Duration.ofSeconds(10));
    }

    @Test
    void takesNoMoreEndpointsThanItMay() {
        // Given
        bridge.create(newConference(meeting, newEndpoint("alice")));
        bridge.patch(meeting, endpoints(newEndpoint("bob")));

        // When
        Answer answer = bridge.patch(meeting, endpoints(newEndpoint("carol")));

        // Then
        assertThat(answer.status()).isEqualTo(400);
    }

    @Test
    void refusesBodiesWithoutEnd() {
        // When
        Answer answer = bridge.create("{\"meeting-id\":\"" + "x".repeat(2_000_000) + "\"}");

        // Then
        assertThat(answer.status()).isEqualTo(413);
    }

    @Test
    void saysWhichPortIsTaken() {
        // Given
        BridgeOptions taken =
                BridgeOptions.builder().httpPort(server.httpUri().getPort()).build();

        // Then
        assertThatThrownBy(() -> new DevBridge(taken).start())
                .isInstanceOf(IOException.class)
                .hasMessageContaining(String.valueOf(taken.httpPort()));
    }

    @Test
    void doesNotKnowOtherPaths() {
        // When
        Answer answer = bridge.get("/colibri/v1/conferences");

        // Then
        assertThat(answer.status()).isEqualTo(404);
        assertThat(bridge.send("DELETE", "/colibri/v2/conferences/x", "", "application/json")
                        .status())
                .isEqualTo(405);
        assertThat(bridge.patch("%20", object()).status()).isEqualTo(404);
    }
}
