package io.directcall.bridge.contract;

import static io.directcall.bridge.client.Requests.endpoints;
import static io.directcall.bridge.client.Requests.expired;
import static io.directcall.bridge.client.Requests.json;
import static io.directcall.bridge.client.Requests.newConference;
import static io.directcall.bridge.client.Requests.newEndpoint;
import static io.directcall.bridge.client.Requests.newMeeting;
import static io.directcall.bridge.client.Requests.object;
import static io.directcall.bridge.client.Requests.sources;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.directcall.bridge.client.ColibriClient;
import io.directcall.bridge.client.ColibriClient.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a bridge refuses, with which status and message, and what it does not mind. */
class Colibri2RefusalContractTest {
    private static final String FAILED = "Failed to create conference: ";

    private final ColibriClient bridge = new ColibriClient(BridgeUnderTest.uri());
    private final String meeting = newMeeting();

    @BeforeEach
    void createConferenceWithOneEndpoint() {
        assertThat(bridge.create(newConference(meeting, newEndpoint("alice"))).status())
                .isEqualTo(200);
    }

    @AfterEach
    void expireConference() {
        bridge.patch(meeting, object().put("expire", true));
    }

    @Test
    void refusesAConferenceThatExists() {
        // When
        Answer answer = bridge.create(newConference(meeting));

        // Then
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.message()).isEqualTo(FAILED + "Conference already exists for ID: " + meeting);
    }

    @Test
    void refusesToChangeAnUnknownConferenceByPost() {
        // Given
        String unknown = newMeeting();

        // When
        Answer answer = bridge.create(object().put("meeting-id", unknown));

        // Then
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.message()).isEqualTo(FAILED + "Conference not found for ID: " + unknown);
    }

    @Test
    void refusesANameThatIsNoJid() {
        // When
        Answer answer = bridge.create(
                object().put("meeting-id", newMeeting()).put("create", true).put("name", "no jid"));

        // Then
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.message()).startsWith(FAILED).contains("Invalid conference name (not a JID)");
    }

    @Test
    void refusesAnEndpointThatExists() {
        // When
        Answer answer = bridge.create(endpoints(newEndpoint("alice")).put("meeting-id", meeting));

        // Then
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.message()).isEqualTo(FAILED + "Endpoint with ID alice already exists");
    }

    @Test
    void refusesToChangeAnUnknownEndpoint() {
        // When
        Answer answer = bridge.create(endpoints(sources("ghost", 1, 2, 3)).put("meeting-id", meeting));

        // Then
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.message()).isEqualTo(FAILED + "Endpoint not found for ID: ghost");
    }

    @Test
    void refusesAnEndpointWithoutSourceNames() {
        // Given
        ObjectNode endpoint = newEndpoint("bob");
        endpoint.remove("capabilities");

        // When
        Answer answer = bridge.create(endpoints(endpoint).put("meeting-id", meeting));

        // Then
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.message()).isEqualTo(FAILED + "Source name support is mandatory.");
    }

    @Test
    void refusesAnEndpointWithoutTransport() {
        // Given
        ObjectNode endpoint = newEndpoint("bob");
        endpoint.remove("transport");

        // When
        Answer answer = bridge.create(endpoints(endpoint).put("meeting-id", meeting));

        // Then
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.message()).isEqualTo(FAILED + "Attempt to create endpoint bob with no <transport>");
    }

    @Test
    void refusesDataChannels() {
        // Given
        ObjectNode endpoint = newEndpoint("bob");
        endpoint.withObject("/transport").putObject("sctp");

        // When
        Answer answer = bridge.create(endpoints(endpoint).put("meeting-id", meeting));

        // Then
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.message()).isEqualTo(FAILED + "SCTP support is not configured");
    }

    @Test
    void refusesRelays() {
        // Given
        ObjectNode relay = json("{'relays':[{'id':'other','create':true,'transport':{'ice-controlling':true}}]}");

        // When
        Answer answer = bridge.create(relay.put("meeting-id", meeting));

        // Then
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.message()).isEqualTo(FAILED + "Octo is disabled in configuration.");
    }

    @Test
    void refusesSeveralEndpointsAtOnce() {
        // When
        Answer answer = bridge.create(
                endpoints(newEndpoint("bob"), newEndpoint("carol")).put("meeting-id", meeting));

        // Then
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.message())
                .isEqualTo(FAILED
                        + "Creating or updating media, sources or transport for more than one endpoint in a request.");
    }

    @Test
    void answersErrorsOfPatchWithAnEmptyBody() {
        // When
        Answer answer = bridge.patch(meeting, endpoints(newEndpoint("alice")));

        // Then
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void doesNotFindAnUnknownConference() {
        // When
        Answer patched = bridge.patch(newMeeting(), endpoints(newEndpoint("bob")));
        Answer got = bridge.getConference(newMeeting());

        // Then
        assertThat(patched.status()).isEqualTo(404);
        assertThat(got.status()).isEqualTo(404);
    }

    @Test
    void cannotShowAConference() {
        // When
        Answer answer = bridge.getConference(meeting);

        // Then
        assertThat(answer.status()).isEqualTo(501);
    }

    @Test
    void takesNothingButJson() {
        // When
        Answer posted = bridge.send("POST", "/colibri/v2/conferences", "{}", "text/plain");
        Answer patched = bridge.send("PATCH", "/colibri/v2/conferences/" + meeting, "{}", "text/plain");

        // Then
        assertThat(posted.status()).isEqualTo(415);
        assertThat(patched.status()).isEqualTo(415);
    }

    @Test
    void refusesWhatIsNoJson() {
        // When
        Answer answer = bridge.create("{");

        // Then
        assertThat(answer.status()).isEqualTo(400);
    }

    @Test
    void takesBooleansForNothingElse() {
        // Given
        ObjectNode textual = object().put("meeting-id", newMeeting()).put("create", "true");

        // When
        Answer answer = bridge.create(textual);

        // Then
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.message()).contains("Conference not found");
    }

    @Test
    void doesNotMindExpiringOrMutingWhomItDoesNotKnow() {
        // When
        Answer answer = bridge.patch(
                meeting,
                endpoints(expired("ghost"), json("{'id':'phantom','force-mute':{'audio':true,'video':true}}")));

        // Then
        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void keepsWhatWasDoneBeforeARefusal() {
        // Given
        ObjectNode refused = newEndpoint("bob");
        refused.remove("capabilities");
        String fresh = newMeeting();

        // When
        Answer answer = bridge.create(newConference(fresh, refused));

        // Then
        assertThat(answer.status()).isEqualTo(400);
        assertThat(bridge.getConference(fresh).status()).isEqualTo(501);
    }
}
