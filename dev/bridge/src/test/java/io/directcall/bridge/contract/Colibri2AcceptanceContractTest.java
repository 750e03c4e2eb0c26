package io.directcall.bridge.contract;

import static io.directcall.bridge.client.Requests.endpoints;
import static io.directcall.bridge.client.Requests.expired;
import static io.directcall.bridge.client.Requests.forceMute;
import static io.directcall.bridge.client.Requests.json;
import static io.directcall.bridge.client.Requests.newConference;
import static io.directcall.bridge.client.Requests.newEndpoint;
import static io.directcall.bridge.client.Requests.newMeeting;
import static io.directcall.bridge.client.Requests.object;
import static io.directcall.bridge.client.Requests.sources;
import static io.directcall.bridge.client.Requests.transport;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.directcall.bridge.client.ColibriClient;
import io.directcall.bridge.client.ColibriClient.Answer;
import io.directcall.bridge.client.Track;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a gateway may send, and what a bridge takes without a word, right or not. */
class Colibri2AcceptanceContractTest {
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

    private void accepts(ObjectNode... changes) {
        assertThat(bridge.patch(meeting, endpoints(changes)).status()).isEqualTo(200);
    }

    @Test
    void needsNoNameOfAConference() {
        // Given
        String unnamed = newMeeting();
        ObjectNode request = newConference(unnamed, newEndpoint("alice"));
        request.remove("name");

        // When
        Answer answer = bridge.create(request);

        // Then
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.endpoint().path("id").asText()).isEqualTo("alice");
        bridge.patch(unnamed, object().put("expire", true));
    }

    /** As the gateway names conferences: installation, session and a random part. */
    @Test
    void takesNamesWithTildes() {
        // Given
        String named = "i1~" + newMeeting() + "~k3";

        // When
        Answer answer = bridge.create(newConference(named, newEndpoint("alice")));

        // Then
        assertThat(answer.status()).isEqualTo(200);
        assertThat(bridge.getConference(named).status()).isEqualTo(501);
        bridge.patch(named, object().put("expire", true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"with blanks", "with/slash"})
    void mindsNoIdOfAnEndpoint(String id) {
        // When
        Answer answer = bridge.patch(meeting, endpoints(newEndpoint(id)));

        // Then
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.endpoint().path("id").asText()).isEqualTo(id);
    }

    @Test
    void givesAnEndpointThatIsMadeAgainOtherCredentials() {
        // Given
        String before = bridge.patch(meeting, endpoints(newEndpoint("bob")))
                .transport()
                .path("ufrag")
                .asText();
        accepts(expired("bob"));

        // When
        Answer answer = bridge.patch(meeting, endpoints(newEndpoint("bob")));

        // Then
        assertThat(answer.transport().path("ufrag").asText()).isNotBlank().isNotEqualTo(before);
    }

    @Test
    void expiresSeveralEndpointsInOneRequest() {
        // Given
        accepts(newEndpoint("bob"));
        accepts(newEndpoint("carol"));

        // When
        accepts(expired("alice"), expired("bob"));

        // Then
        assertThat(bridge.getConference(meeting).status()).isEqualTo(501);
        accepts(newEndpoint("alice"));
        accepts(newEndpoint("bob"));
    }

    @Test
    void expiresTheConferenceWithAllItsEndpointsInOneRequest() {
        // Given
        accepts(newEndpoint("bob"));

        // When
        accepts(expired("alice"), expired("bob"));

        // Then
        assertThat(bridge.getConference(meeting).status()).isEqualTo(404);
        assertThat(bridge.patch(meeting, endpoints(newEndpoint("carol"))).status())
                .isEqualTo(404);
    }

    @Test
    void mutesAndLimitsAnEndpointWhenItIsMade() {
        // Given
        ObjectNode endpoint = newEndpoint("viewer");
        endpoint.set("force-mute", json("{'audio':true,'video':true}"));
        endpoint.set("initial-last-n", json("{'value':0}"));

        // When
        Answer answer = bridge.patch(meeting, endpoints(endpoint));

        // Then
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.transport().path("ufrag").asText()).isNotBlank();
    }

    @Test
    void takesForceMutesOfSeveralInOneRequest() {
        // Given
        accepts(newEndpoint("bob"));

        // When
        Answer answer = bridge.patch(meeting, endpoints(forceMute("alice", true, true), forceMute("bob", false, true)));

        // Then
        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void takesAScreenBesideTheCamera() {
        // When
        Answer answer = bridge.patch(meeting, endpoints(sources("alice", Track.AUDIO, Track.CAMERA, Track.SCREEN)));

        // Then
        assertThat(answer.status()).isEqualTo(200);
    }

    /** Three layers with a retransmission stream each, smallest first. */
    @Test
    void takesLayersAsOneGroup() {
        // Given
        ObjectNode simulcast = json("{'id':'alice','sources':[{'type':'video','id':'alice-v0','sources':["
                + "{'ssrc':31,'name':'alice-v0','videoType':'camera'},{'ssrc':32,'name':'alice-v0'},"
                + "{'ssrc':33,'name':'alice-v0'},{'ssrc':41,'name':'alice-v0'},{'ssrc':42,'name':'alice-v0'},"
                + "{'ssrc':43,'name':'alice-v0'}],'ssrc-groups':[{'semantics':'SIM','sources':[31,32,33]},"
                + "{'semantics':'FID','sources':[31,41]},{'semantics':'FID','sources':[32,42]},"
                + "{'semantics':'FID','sources':[33,43]}]}]}");

        // When
        Answer answer = bridge.patch(meeting, endpoints(simulcast));

        // Then
        assertThat(answer.status()).isEqualTo(200);
    }

    /** Another {@code setup} than "active" never connects, and nobody is told. */
    @Test
    void saysNothingToAWrongSetup() {
        // Given
        ObjectNode wrong = transport("alice", "frag", "a-password-of-22-letters", "AB:CD");
        wrong.withObject("/transport/transport/fingerprints/0").put("setup", "passive");

        // When
        Answer answer = bridge.patch(meeting, endpoints(wrong));

        // Then
        assertThat(answer.status()).isEqualTo(200);
    }

    /** There is no ICE restart: an endpoint has to be made anew. */
    @Test
    void ignoresOtherCredentialsOfAClient() {
        // Given
        accepts(transport("alice", "frag", "a-password-of-22-letters", "AB:CD"));

        // When
        Answer answer =
                bridge.patch(meeting, endpoints(transport("alice", "other", "another-password-of-many", "AB:CD")));

        // Then
        assertThat(answer.status()).isEqualTo(200);
    }
}
