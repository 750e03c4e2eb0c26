package io.directcall.bridge.contract;

import static io.directcall.bridge.client.Requests.endpoints;
import static io.directcall.bridge.client.Requests.expired;
import static io.directcall.bridge.client.Requests.newConference;
import static io.directcall.bridge.client.Requests.newEndpoint;
import static io.directcall.bridge.client.Requests.newMeeting;
import static io.directcall.bridge.client.Requests.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.directcall.bridge.client.ColibriClient;
import io.directcall.bridge.client.ColibriClient.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** What a gateway relies on when it chooses among bridges. */
class OperatorContractTest {
    private final ColibriClient bridge = new ColibriClient(BridgeUnderTest.uri());

    @Test
    void saysThatItIsHealthy() {
        // When
        Answer answer = bridge.get("/about/health");

        // Then
        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void tellsItsLoadAndState() {
        // When
        JsonNode stats = bridge.get("/colibri/stats").json();

        // Then
        assertThat(stats.path("stress_level").isNumber()).isTrue();
        assertThat(stats.path("average_participant_stress").asDouble()).isEqualTo(0.01);
        assertThat(stats.path("local_endpoints").isNumber()).isTrue();
        assertThat(stats.path("conferences").isNumber()).isTrue();
        assertThat(stats.path("drain").booleanValue()).isFalse();
        assertThat(stats.path("graceful_shutdown").booleanValue()).isFalse();
        assertThat(stats.path("shutting_down").booleanValue()).isFalse();
        assertThat(stats.path("healthy").booleanValue()).isTrue();
        assertThat(stats.path("version").asText()).isNotBlank();
    }

    @Test
    void listsConferencesAndEndpoints() {
        // Given
        String meeting = newMeeting();
        bridge.create(newConference(meeting, newEndpoint("alice")));

        // When
        JsonNode conferences = bridge.get("/debug").json().path("conferences");

        // Then
        assertThat(conferences)
                .filteredOn(conference -> conference.path("meeting_id").asText().equals(meeting))
                .singleElement()
                .satisfies(conference -> assertThat(conference.path("endpoints").fieldNames())
                        .toIterable()
                        .containsExactly("alice"));
    }

    @Test
    void listsNoMoreWhatExpired() {
        // Given
        String meeting = newMeeting();
        bridge.create(newConference(meeting, newEndpoint("alice")));
        bridge.patch(meeting, endpoints(newEndpoint("bob")));

        // When
        bridge.patch(meeting, endpoints(expired("alice")));

        // Then
        assertThat(endpointsListed(meeting)).containsExactly("bob");
        bridge.patch(meeting, object().put("expire", true));
        assertThat(endpointsListed(meeting)).isEmpty();
    }

    private List<String> endpointsListed(String meeting) {
        List<String> ids = new ArrayList<>();
        for (JsonNode conference : bridge.get("/debug").json().path("conferences")) {
            if (conference.path("meeting_id").asText().equals(meeting)) {
                conference.path("endpoints").fieldNames().forEachRemaining(ids::add);
            }
        }
        return ids;
    }

    @Test
    void countsItsEndpoints() {
        // Given
        String meeting = newMeeting();

        // When
        bridge.create(newConference(meeting, newEndpoint("alice")));

        // Then: statistics may be some seconds old
        awaitStats(stats -> stats.path("local_endpoints").asInt() > 0
                && stats.path("conferences").asInt() > 0);
        bridge.patch(meeting, object().put("expire", true));
    }

    @Test
    void countsInMetricsForPrometheus() {
        // When
        Answer answer = bridge.get("/metrics");

        // Then
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).contains("# TYPE");
    }

    @Test
    void goesOnWhileDraining() {
        // Given
        String meeting = newMeeting();
        try {
            assertThat(bridge.send("POST", "/colibri/drain/enable", "", "application/json")
                            .status())
                    .isEqualTo(200);

            // When
            Answer created = bridge.create(newConference(meeting, newEndpoint("alice")));

            // Then
            assertThat(created.status()).isEqualTo(200);
            assertThat(bridge.get("/about/health").status()).isEqualTo(200);
            awaitStats(stats -> stats.path("drain").booleanValue());
        } finally {
            bridge.send("POST", "/colibri/drain/disable", "", "application/json");
            bridge.patch(meeting, object().put("expire", true));
        }
        awaitStats(stats -> !stats.path("drain").booleanValue());
    }

    private void awaitStats(Predicate<JsonNode> condition) {
        await().atMost(BridgeUnderTest.PATIENCE)
                .until(() -> bridge.get("/colibri/stats").json(), condition);
    }
}
