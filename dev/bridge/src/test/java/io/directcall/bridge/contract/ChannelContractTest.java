package io.directcall.bridge.contract;

import static io.directcall.bridge.client.Requests.endpoints;
import static io.directcall.bridge.client.Requests.expired;
import static io.directcall.bridge.client.Requests.newConference;
import static io.directcall.bridge.client.Requests.newEndpoint;
import static io.directcall.bridge.client.Requests.newMeeting;
import static io.directcall.bridge.client.Requests.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import io.directcall.bridge.client.ColibriClient;
import io.directcall.bridge.client.TestChannel;
import java.net.URI;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a gateway relies on in the bridge channel. */
class ChannelContractTest {
    private static final Duration SOON = Duration.ofSeconds(5);

    private final ColibriClient bridge = new ColibriClient(BridgeUnderTest.uri());
    private final String meeting = newMeeting();
    private URI alice;
    private URI bob;

    @BeforeEach
    void createConferenceWithTwoEndpoints() {
        alice = bridge.create(newConference(meeting, newEndpoint("alice"))).channel();
        bob = bridge.patch(meeting, endpoints(newEndpoint("bob"))).channel();
    }

    @AfterEach
    void expireConference() {
        bridge.patch(meeting, object().put("expire", true));
    }

    private TestChannel open(URI uri) {
        return TestChannel.open(bridge.http(), uri);
    }

    private int refusal(String uri) {
        Throwable refused = catchThrowable(() -> open(URI.create(uri)));
        assertThat(refused).hasCauseInstanceOf(WebSocketHandshakeException.class);
        return ((WebSocketHandshakeException) refused.getCause()).getResponse().statusCode();
    }

    @Test
    void hasTheAddressThatJitsiVideobridgeGives() {
        // When
        String address = alice.toString();

        // Then
        assertThat(address).matches("wss?://[^/]+/colibri-ws/[^/]+/[^/]+/alice\\?pwd=.+");
    }

    @Test
    void greetsWhoComes() {
        // When
        try (TestChannel channel = open(alice)) {

            // Then
            assertThat(channel.await("ServerHello", SOON)).isNotNull();
        }
    }

    @Test
    void greetsWhoGreets() {
        // Given
        try (TestChannel channel = open(alice)) {
            channel.await("ServerHello", SOON);

            // When
            channel.send("{'colibriClass':'ClientHello'}");

            // Then
            assertThat(channel.await("ServerHello", SOON)).isNotNull();
        }
    }

    @Test
    void refusesAWrongPassword() {
        // When
        int status = refusal(alice + "x");

        // Then
        assertThat(status).isEqualTo(403);
    }

    @Test
    void refusesAnUnknownConferenceOrEndpoint() {
        // Given
        String[] parts = alice.getPath().split("/", -1);

        // When
        int conference = refusal(alice.toString().replace("/" + parts[3] + "/", "/0123456789abcdef/"));
        int endpoint = refusal(alice.toString().replace("/alice?", "/ghost?"));

        // Then
        assertThat(conference).isEqualTo(403);
        assertThat(endpoint).isEqualTo(403);
    }

    @Test
    void doesNotKnowAnotherServer() {
        // Given
        String[] parts = alice.getPath().split("/", -1);

        // When
        int status = refusal(alice.toString().replace("/" + parts[2] + "/", "/another-server/"));

        // Then
        assertThat(status).isEqualTo(404);
    }

    @Test
    void closesTheFirstSocketForASecondOne() {
        // Given
        try (TestChannel first = open(alice)) {
            first.await("ServerHello", SOON);

            // When
            try (TestChannel second = open(alice)) {
                second.await("ServerHello", SOON);

                // Then
                assertThat(first.closed())
                        .succeedsWithin(SOON)
                        .asString()
                        .startsWith("1000")
                        .contains("replaced");
            }
        }
    }

    @Test
    void closesWithTheEndpoint() {
        // Given
        try (TestChannel channel = open(alice)) {
            channel.await("ServerHello", SOON);

            // When
            bridge.patch(meeting, endpoints(expired("alice")));

            // Then
            assertThat(channel.closed()).succeedsWithin(SOON).asString().startsWith("1001");
        }
    }

    @Test
    void closesWithTheConference() {
        // Given
        try (TestChannel channel = open(bob)) {
            channel.await("ServerHello", SOON);

            // When
            bridge.patch(meeting, object().put("expire", true));

            // Then
            assertThat(channel.closed()).succeedsWithin(SOON).asString().startsWith("1001");
        }
    }

    @Test
    void opensAgainAfterItWasClosed() {
        // Given
        try (TestChannel first = open(alice)) {
            first.await("ServerHello", SOON);
        }

        // When
        try (TestChannel second = open(alice)) {

            // Then
            assertThat(second.await("ServerHello", SOON)).isNotNull();
        }
    }

    @Test
    void refusesTheChannelOfAnExpiredEndpoint() {
        // Given
        bridge.patch(meeting, endpoints(expired("alice")));

        // When
        int status = refusal(alice.toString());

        // Then
        assertThat(status).isEqualTo(403);
    }

    @Test
    void passesMessagesOnToOneEndpoint() {
        // Given
        try (TestChannel from = open(alice);
                TestChannel to = open(bob)) {
            to.await("ServerHello", SOON);

            // When
            from.send("{'colibriClass':'EndpointMessage','to':'bob','payload':{'x':1}}");

            // Then
            JsonNode message = to.await("EndpointMessage", SOON);
            assertThat(message.path("from").asText()).isEqualTo("alice");
            assertThat(message.path("payload").path("x").asInt()).isEqualTo(1);
        }
    }

    @Test
    void passesMessagesOnToEverybody() {
        // Given
        try (TestChannel from = open(alice);
                TestChannel to = open(bob)) {
            to.await("ServerHello", SOON);

            // When
            from.send("{'colibriClass':'EndpointMessage','to':'','hand':true}");

            // Then
            assertThat(to.await("EndpointMessage", SOON).path("hand").booleanValue())
                    .isTrue();
        }
    }

    @Test
    void tellsEverybodyWhoNeverConnected() {
        // Given
        try (TestChannel own = open(alice);
                TestChannel other = open(bob)) {

            // When: nothing ever comes from either

            // Then
            BridgeUnderTest.awaitStatus(other, "alice", false);
            BridgeUnderTest.awaitStatus(own, "alice", false);
        }
    }

    @Test
    void survivesWhatIsNoMessage() {
        // Given
        try (TestChannel channel = open(alice)) {
            channel.await("ServerHello", SOON);

            // When
            channel.send("[]");
            channel.send("{'colibriClass':'SourceVideoTypeMessage','sourceName':'alice-v0','videoType':'desktop'}");
            channel.send("{'colibriClass':'ToBeInvented'}");
            channel.send("{");
            channel.send("{'colibriClass':'ReceiverVideoConstraints','lastN':'many','constraints':[]}");
            channel.send(
                    "{'colibriClass':'ReceiverVideoConstraints','lastN':2,'selectedSources':[],'onStageSources':[],"
                            + "'defaultConstraints':{'maxHeight':180},'constraints':{'bob-v0':{'maxHeight':720}}}");
            channel.send("{'colibriClass':'ClientHello'}");

            // Then
            assertThat(channel.await("ServerHello", SOON)).isNotNull();
            assertThat(channel.closed().isDone()).isFalse();
        }
    }
}
