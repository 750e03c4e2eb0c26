package io.directcall.media.signalling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import io.directcall.contracts.media.MediaEvent.OfferReady;
import io.directcall.contracts.session.Role;
import io.directcall.media.testing.BridgePorts;
import io.directcall.media.testing.FakeClient;
import io.directcall.media.testing.GatewayTest;
import io.directcall.media.testing.TestBridge;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(BridgePorts.class)
class MediaResourceTest extends GatewayTest {
    private static final String ANSWER = "/v3/sessions/{sid}/participants/{pid}/media/answer";

    @Test
    void refusesWhoHasNoToken() {
        anonymous()
                .body("{}")
                .post(ANSWER, session.id(), "p")
                .then()
                .statusCode(401)
                .body("error.code", equalTo("AUTH_ERR_EMPTY_CALL_TOKEN"))
                .body("error.source", equalTo("media-gateway"));
    }

    @Test
    void refusesATokenOfAnotherSession() {
        anonymous()
                .header("callToken", tokens().token("another", "u", Role.PARTICIPANT))
                .body(Map.of("revision", 1, "sdp", "v=0"))
                .post(ANSWER, session.id(), "p")
                .then()
                .statusCode(403)
                .body("error.code", equalTo("ERR_CALL_NOT_A_PART"));
    }

    @Test
    void refusesAnotherUsersParticipant() {
        String pid = session.join(Role.PARTICIPANT);
        OfferReady offer = session.offer(pid, any -> true);
        anonymous()
                .header("callToken", tokens().token(session.id(), "somebody else", Role.MODERATOR))
                .body(Map.of("revision", 1, "sdp", new FakeClient().answer(offer.sdp())))
                .post(ANSWER, session.id(), pid)
                .then()
                .statusCode(403)
                .body("error.code", equalTo("ERR_CALL_NOT_A_PART"));
    }

    @Test
    void doesNotKnowStrangers() {
        session.post("nobody", 1, "v=0").statusCode(404).body("error.code", equalTo("ERR_CALL_SESSION_NOT_FOUND"));
        session.offer(session.join(Role.PARTICIPANT), any -> true);
        session.post("nobody", 1, "v=0").statusCode(404).body("error.code", equalTo("ERR_CALL_PARTICIPANT_NOT_FOUND"));
        session.restart("nobody").statusCode(404).body("error.code", equalTo("ERR_CALL_PARTICIPANT_NOT_FOUND"));
    }

    @Test
    void refusesWhatIsNoAnswer() {
        String pid = session.join(Role.PARTICIPANT);
        OfferReady offer = session.offer(pid, any -> true);

        session.post(pid, 1, "hello")
                .statusCode(400)
                .body("error.code", equalTo("ERR_BAD_REQUEST"))
                .body("error.message", startsWith("sdp: NOT_SDP"));
        session.post(pid, 0, "v=0").statusCode(400).body("error.code", equalTo("ERR_BAD_REQUEST"));
        session.post(pid, 2, new FakeClient().answer(offer.sdp()))
                .statusCode(400)
                .body("error.code", equalTo("ERR_ANSWER_MISMATCH"));
        String short1 = new FakeClient().answer(offer.sdp());
        session.post(pid, 1, short1.substring(0, short1.lastIndexOf("m=video")))
                .statusCode(400)
                .body("error.code", equalTo("ERR_ANSWER_MISMATCH"));
        anonymous()
                .header("callToken", session.token(pid))
                .body("not json")
                .post(ANSWER, session.id(), pid)
                .then()
                .statusCode(400)
                .body("error.code", equalTo("ERR_BAD_REQUEST"));
        anonymous()
                .header("callToken", session.token(pid))
                .body("{\"revision\":\"one\",\"sdp\":\"v=0\"}")
                .post(ANSWER, session.id(), pid)
                .then()
                .statusCode(400)
                .body("error.code", equalTo("ERR_BAD_REQUEST"));
    }

    @Test
    void refusesAnAnswerToAnOldOfferAndLeavesTheCallUnharmed() {
        // Given
        String a = session.joinAndAnswer();
        session.joinAndAnswer();
        OfferReady newest = session.offerWithTracks(a, 3);
        OfferReady old = session.offers(a).getFirst();

        // When, Then
        session.answer(old).statusCode(409).body("error.code", equalTo("ERR_STALE_REVISION"));
        session.answer(newest).statusCode(202);
        await().until(() -> TestBridge.sources(a).size() == 3);
    }

    @Test
    void takesTheLayersOfACamera() {
        // Given
        String pid = session.join(Role.PARTICIPANT);
        OfferReady offer = session.offer(pid, any -> true);
        session.answer(offer).statusCode(202);

        // When
        session.layers(pid, "{\"generation\":1,\"layers\":[{\"ssrc\":71,\"rtxSsrc\":72},{\"ssrc\":4294967295}]}")
                .statusCode(202);

        // Then
        await().until(() -> TestBridge.ssrcs(pid).containsAll(Set.of(71L, 4294967295L)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "not json",
                "{\"generation\":1}",
                "{\"generation\":1,\"layers\":[]}",
                "{\"generation\":1,\"layers\":[null]}",
                "{\"generation\":0,\"layers\":[{\"ssrc\":1}]}",
                "{\"generation\":\"x\",\"layers\":[{\"ssrc\":1}]}",
                "{\"layers\":[{\"ssrc\":1}]}",
                "{\"generation\":1,\"layers\":[{}]}",
                "{\"generation\":1,\"layers\":[{\"ssrc\":0}]}",
                "{\"generation\":1,\"layers\":[{\"ssrc\":-1}]}",
                "{\"generation\":1,\"layers\":[{\"ssrc\":4294967296}]}",
                "{\"generation\":1,\"layers\":[{\"ssrc\":1,\"rtxSsrc\":0}]}",
                "{\"generation\":1,\"layers\":[{\"ssrc\":1},{\"ssrc\":2},{\"ssrc\":3},{\"ssrc\":4}]}",
            })
    void refusesWhatAreNoLayers(String body) {
        session.layers("p", body).statusCode(400).body("error.code", equalTo("ERR_BAD_REQUEST"));
    }

    @Test
    void refusesLayersThatFitNothing() {
        String pid = session.join(Role.PARTICIPANT);
        String layers = "{\"generation\":%d,\"layers\":[{\"ssrc\":%d},{\"ssrc\":5}]}";
        session.offer(pid, any -> true);

        session.layers("nobody", layers.formatted(1, 4)).statusCode(404);
        session.layers(pid, layers.formatted(2, 4))
                .statusCode(400)
                .body("error.code", equalTo("ERR_ANSWER_MISMATCH"))
                .body("error.message", startsWith("The report: there is no offer of generation 2"));
        session.layers(pid, layers.formatted(1, 5)).statusCode(400).body("error.code", equalTo("ERR_ANSWER_MISMATCH"));
        session.restart(pid).statusCode(202);
        session.offer(pid, offer -> offer.generation() == 2);
        session.layers(pid, layers.formatted(1, 4)).statusCode(409).body("error.code", equalTo("ERR_STALE_REVISION"));
    }

    @Test
    void showsTheBridgesToWhoHasTheKey() {
        anonymous().get("/v3/bridges").then().statusCode(401).body("error.code", equalTo("AUTH_ERR_EMPTY_APIKEY"));
        await().untilAsserted(() -> anonymous()
                .header("apikey", "test-api-key")
                .get("/v3/bridges")
                .then()
                .statusCode(200)
                .body("data.state", hasItem("available")));
    }

    @Test
    void countsConferencesAndCalls() {
        session.joinAndAnswer();

        String metrics = anonymous().get("/q/metrics").asString();

        assertThat(metrics)
                .contains("directcall_bridge_calls_total{operation=\"create\",outcome=\"200\"")
                .contains("directcall_media_conferences")
                .contains("directcall_media_endpoints");
    }
}
