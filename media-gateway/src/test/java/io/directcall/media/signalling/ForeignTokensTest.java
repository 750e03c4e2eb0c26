package io.directcall.media.signalling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.nullValue;

import io.directcall.contracts.session.Role;
import io.directcall.media.testing.BridgePorts;
import io.directcall.media.testing.GatewayTest;
import io.directcall.service.test.Operations;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every path with the id of a session or participant, asked with a token that is not for it. A path that is new fails here until it is listed. */
@QuarkusTest
@QuarkusTestResource(BridgePorts.class)
class ForeignTokensTest extends GatewayTest {
    private static final String MEDIA = "/v3/sessions/{sessionId}/participants/{participantId}/media";
    private static final Map<String, String> BODIES = Map.of(
            "POST " + MEDIA + "/answer", "{\"revision\":1,\"sdp\":\"v=0\"}",
            "POST " + MEDIA + "/layers", "{\"generation\":1,\"layers\":[{\"ssrc\":1}]}",
            "POST " + MEDIA + "/view", "{\"tiles\":[],\"others\":0}");

    @Test
    void another_session_s_token_opens_nothing() {
        // Given
        String pid = session.join(Role.PARTICIPANT);
        session.offer(pid, any -> true);

        // When
        Map<String, Integer> statuses =
                ask(List.of("sessionId", "participantId"), pid, tokens().token("another", "mallory", Role.MODERATOR));

        // Then: a session is moved by the application's server alone
        assertThat(statuses)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "POST " + MEDIA + "/answer",
                        403,
                        "POST " + MEDIA + "/layers",
                        403,
                        "POST " + MEDIA + "/restart",
                        403,
                        "POST " + MEDIA + "/view",
                        403,
                        "POST /v3/sessions/{sessionId}/move",
                        401));
    }

    @Test
    void a_participant_acts_on_another() {
        // Given
        String pid = session.join(Role.PARTICIPANT);
        session.offer(pid, any -> true);

        // When
        Map<String, Integer> statuses =
                ask(List.of("participantId"), pid, tokens().token(session.id(), "ben", Role.PARTICIPANT));

        // Then
        assertThat(statuses)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "POST " + MEDIA + "/answer", 403,
                        "POST " + MEDIA + "/layers", 403,
                        "POST " + MEDIA + "/restart", 403,
                        "POST " + MEDIA + "/view", 403));
    }

    @Test
    void a_page_of_another_origin_gets_no_permission() {
        anonymous()
                .header("Origin", "https://evil.example")
                .get("/v3/bridges")
                .then()
                .header("Access-Control-Allow-Origin", nullValue());
    }

    private Map<String, Integer> ask(List<String> parameters, String pid, String token) {
        return Operations.statuses(
                parameters,
                Map.of("sessionId", session.id(), "participantId", pid),
                BODIES,
                () -> anonymous().header("callToken", token));
    }
}
