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

import com.fasterxml.jackson.databind.JsonNode;
import io.directcall.bridge.client.ColibriClient;
import io.directcall.bridge.client.ColibriClient.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a gateway relies on in colibri2 REST; it must hold of the development bridge and of Jitsi Videobridge alike. */
class Colibri2ContractTest {
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
    void tellsHowToConnect() {
        // When
        Answer answer = bridge.patch(meeting, endpoints(newEndpoint("bob")));

        // Then
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.endpoint().path("id").asText()).isEqualTo("bob");
        JsonNode transport = answer.transport();
        assertThat(transport.path("xmlns").asText()).isEqualTo("urn:xmpp:jingle:transports:ice-udp:1");
        assertThat(transport.path("ufrag").asText()).isNotBlank();
        assertThat(transport.path("pwd").asText()).hasSizeGreaterThanOrEqualTo(22);
        assertThat(transport.path("rtcp-mux").booleanValue()).isTrue();
        JsonNode fingerprint = transport.path("fingerprints").path(0);
        assertThat(fingerprint.path("fingerprint").asText()).matches("([0-9A-Fa-f]{2}:){31}[0-9A-Fa-f]{2}");
        assertThat(fingerprint.path("hash").asText()).isEqualTo("sha-256");
        assertThat(fingerprint.path("setup").asText()).isEqualTo("actpass");
    }

    @Test
    void describesCandidatesByStrings() {
        // When
        Answer answer = bridge.patch(meeting, endpoints(newEndpoint("bob")));

        // Then
        assertThat(answer.transport().path("candidates")).isNotEmpty().allSatisfy(candidate -> {
            for (String field :
                    new String[] {"foundation", "component", "protocol", "priority", "ip", "port", "type", "generation"
                    }) {
                assertThat(candidate.path(field).isTextual()).as(field).isTrue();
            }
        });
    }

    @Test
    void namesItsFeedbackSources() {
        // When
        Answer answer = bridge.patch(meeting, endpoints(newEndpoint("bob")));

        // Then
        assertThat(answer.json().path("sources"))
                .hasSize(2)
                .satisfiesExactly(
                        audio -> assertThat(audio.path("id").asText()).isEqualTo("jvb-a0"),
                        video -> assertThat(video.path("id").asText()).isEqualTo("jvb-v0"));
        assertThat(answer.json().path("sources"))
                .allSatisfy(source -> assertThat(
                                source.path("sources").path(0).path("ssrc").isIntegralNumber())
                        .isTrue());
    }

    @Test
    void changesAConferenceByPostToo() {
        // When
        Answer answer = bridge.create(endpoints(newEndpoint("bob")).put("meeting-id", meeting));

        // Then
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.transport().path("ufrag").asText()).isNotBlank();
    }

    @Test
    void acceptsSourcesAndMutes() {
        // When
        Answer signalled = bridge.patch(meeting, endpoints(sources("alice", 11, 12, 13)));
        Answer muted =
                bridge.patch(meeting, endpoints(json("{'id':'alice','force-mute':{'audio':true,'video':false}}")));
        Answer limited = bridge.patch(meeting, endpoints(json("{'id':'alice','initial-last-n':{'value':2}}")));
        Answer removed = bridge.patch(meeting, endpoints(json("{'id':'alice','sources':[]}")));

        // Then
        assertThat(signalled.status()).isEqualTo(200);
        assertThat(muted.status()).isEqualTo(200);
        assertThat(limited.status()).isEqualTo(200);
        assertThat(removed.status()).isEqualTo(200);
    }

    @Test
    void letsAnSsrcMoveToAnotherEndpoint() {
        // Given
        assertThat(bridge.patch(meeting, endpoints(newEndpoint("bob"))).status())
                .isEqualTo(200);
        assertThat(bridge.patch(meeting, endpoints(sources("alice", 21, 22, 23)))
                        .status())
                .isEqualTo(200);

        // When
        Answer answer = bridge.patch(meeting, endpoints(sources("bob", 21, 22, 23)));

        // Then
        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void expiresAConferenceThatIsLeftWithoutEndpoints() {
        // When
        Answer answer = bridge.patch(meeting, endpoints(expired("alice")));

        // Then
        assertThat(answer.status()).isEqualTo(200);
        assertThat(bridge.getConference(meeting).status()).isEqualTo(404);
    }

    @Test
    void expiresAConferenceOnDemand() {
        // When
        Answer answer = bridge.patch(meeting, object().put("expire", true));

        // Then
        assertThat(answer.status()).isEqualTo(200);
        assertThat(bridge.getConference(meeting).status()).isEqualTo(404);
    }

    @Test
    void takesTheIdOfAnExpiredEndpointAgain() {
        // Given
        assertThat(bridge.patch(meeting, endpoints(newEndpoint("bob"))).status())
                .isEqualTo(200);
        assertThat(bridge.patch(meeting, endpoints(expired("alice"))).status()).isEqualTo(200);

        // When
        Answer answer = bridge.patch(meeting, endpoints(newEndpoint("alice")));

        // Then
        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void namesNobodyAsDominantSpeakerBeforeAnybodySpoke() {
        // When
        Answer answer = bridge.get("/colibri/v2/conferences/" + meeting + "/dominant-speaker-identification");

        // Then
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("dominantEndpoint").asText()).isEqualTo("null");
        assertThat(answer.json().path("endpointsBySpeechActivity").isArray()).isTrue();
    }
}
