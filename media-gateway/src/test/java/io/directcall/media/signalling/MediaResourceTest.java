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
import org.junit.jupiter.api.Test;

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
