package io.directcall.media.signalling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.directcall.contracts.media.TrackKind;
import io.directcall.contracts.media.View;
import io.directcall.contracts.session.Role;
import io.directcall.media.testing.BridgePorts;
import io.directcall.media.testing.GatewayTest;
import io.directcall.media.testing.TestBridge;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may be said of a view, and by whom. */
@QuarkusTest
@QuarkusTestResource(BridgePorts.class)
class ViewResourceTest extends GatewayTest {
    private static final String VIEW = "/v3/sessions/{sid}/participants/{pid}/media/view";
    private static final String TILE = "{\"participantId\":\"0123456789abcdef\",\"kind\":\"camera\",\"height\":180}";

    @Test
    void refusesATokenOfAnotherSession() {
        post(tokens().token("another", "uid-p", Role.PARTICIPANT), "p", "{\"tiles\":[],\"others\":0}")
                .statusCode(403)
                .body("error.code", equalTo("ERR_CALL_NOT_A_PART"));
    }

    @Test
    void refusesAnotherUsersParticipantEvenToAModerator() {
        String pid = session.join(Role.PARTICIPANT);
        session.offer(pid, any -> true);

        post(tokens().token(session.id(), "somebody else", Role.MODERATOR), pid, "{\"tiles\":[],\"others\":0}")
                .statusCode(403)
                .body("error.code", equalTo("ERR_CALL_NOT_A_PART"));
    }

    @Test
    void doesNotKnowStrangers() {
        session.offer(session.join(Role.PARTICIPANT), any -> true);

        session.view("nobody", 0).statusCode(404).body("error.code", equalTo("ERR_CALL_PARTICIPANT_NOT_FOUND"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"tiles\":[]}|others",
                "{\"others\":0}|tiles",
                "{\"tiles\":[],\"others\":-1}|others",
                "{\"tiles\":[],\"others\":2161}|others",
                "{\"tiles\":[null],\"others\":0}|tiles[0]",
                "{\"tiles\":[{}],\"others\":0}|tiles[0].kind",
                "{\"tiles\":[{\"participantId\":\"x\",\"kind\":\"camera\",\"height\":1}],\"others\":0}|tiles[0].participantId",
                "{\"tiles\":[{\"participantId\":\"0123456789abcdef\",\"kind\":\"audio\",\"height\":1}],\"others\":0}|tiles[0].kind",
                "{\"tiles\":[{\"participantId\":\"0123456789abcdef\",\"kind\":\"screen\",\"height\":9999}],\"others\":0}|tiles[0].height",
                "{\"tiles\":\"all\",\"others\":0}|tiles",
            })
    void saysWhichFieldIsWrong(String body, String field) {
        post(session.token("p"), "p", body)
                .statusCode(400)
                .body("error.code", equalTo("ERR_BAD_REQUEST"))
                .body("error.message", containsString(field));
    }

    @Test
    void takesAsManyTilesAsThereMayBeAndNotOneMore() {
        String pid = session.join(Role.PARTICIPANT);
        session.offer(pid, any -> true);

        post(session.token(pid), pid, body(View.MAX_TILES)).statusCode(202);
        post(session.token(pid), pid, body(View.MAX_TILES + 1))
                .statusCode(400)
                .body("error.message", containsString("tiles"));
    }

    @Test
    void refusesALargeBody() {
        post(session.token("p"), "p", body(300))
                .statusCode(400)
                .body("error.code", equalTo("ERR_BODY_TOO_LARGE"))
                .body("error.message", containsString("16 KB"));
    }

    @Test
    void tellsTheBridgeTheLastOfManyViews() {
        // Given
        String pid = session.joinAndAnswer();

        // When
        List<Integer> statuses = IntStream.rangeClosed(1, 40)
                .parallel()
                .mapToObj(height -> session.view(pid, height).extract().statusCode())
                .toList();
        session.view(pid, 77, new View.Tile("fedcba9876543210", TrackKind.CAMERA, 720))
                .statusCode(202);

        // Then
        await().until(() -> maxHeight(pid) == 77);
        assertThat(statuses).containsOnly(202);
    }

    private static int maxHeight(String pid) {
        Map<?, ?> constraints =
                (Map<?, ?>) TestBridge.endpoint(pid).getOrDefault("constraints", Map.of("defaultMaxHeight", -1));
        return (int) constraints.get("defaultMaxHeight");
    }

    private static String body(int tiles) {
        String list = String.join(",", Collections.nCopies(tiles, TILE));
        return "{\"tiles\":[" + list + "],\"others\":0}";
    }

    private ValidatableResponse post(String token, String pid, String body) {
        return anonymous()
                .header("callToken", token)
                .body(body)
                .post(VIEW, session.id(), pid)
                .then();
    }
}
