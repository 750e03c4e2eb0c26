package io.directcall.session.api;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.nullValue;

import io.directcall.contracts.session.Role;
import io.directcall.service.test.Operations;
import io.directcall.session.testing.Client;
import io.directcall.session.testing.Phone;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every path with the id of a session or participant, asked with a token that is not for it. A path that is new fails here until it is listed. */
@QuarkusTest
class ForeignTokensTest {
    private static final String SESSION = "/v3/sessions/{sessionId}";
    private static final String PARTICIPANT = SESSION + "/participants/{participantId}";
    private static final String CALL = "/v3/calls/{sessionId}";

    private final String sid = "foreign-" + UUID.randomUUID();
    private final Client anna = Client.of(sid, "anna");
    private String pid;

    @BeforeAll
    static void tokens() {
        Client.newTokens();
    }

    @BeforeEach
    void join() {
        pid = anna.joined();
    }

    @Test
    void another_session_s_token_opens_nothing() {
        // Given
        Client mallory = Client.of("another-" + sid, "mallory", Role.MODERATOR);

        // When
        Map<String, Integer> statuses = ask(mallory);

        // Then
        assertThat(statuses)
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        entry("GET " + SESSION, 403),
                        entry("DELETE " + SESSION, 403),
                        entry("POST " + SESSION + "/switch-to-video", 403),
                        entry("POST " + SESSION + "/keep-alive", 403),
                        entry("POST " + SESSION + "/participants", 403),
                        entry("GET " + PARTICIPANT + "/ice-servers", 403),
                        entry("PATCH " + PARTICIPANT, 403),
                        entry("DELETE " + PARTICIPANT, 403),
                        // Here a call token is none.
                        entry("GET " + CALL, 401),
                        entry("POST " + CALL + "/accept", 401),
                        entry("POST " + CALL + "/reject", 401),
                        entry("POST " + CALL + "/cancel", 401),
                        entry("POST " + CALL + "/end", 401)));
        anna.read().then().statusCode(200);
    }

    /** Greek omicron, full width, a zero-width space, another case: none of them is made the same. */
    @Test
    void a_session_whose_name_looks_alike_is_another() {
        for (String lookAlike : List.of(
                sid.replace("o", "\u03bf"), sid.replace("f", "\uff46"), sid + "\u200b", sid.replace("f", "F"))) {
            assertThat(Client.of(lookAlike, "mallory")
                            .request()
                            .get("/v3/sessions/" + sid)
                            .statusCode())
                    .as(lookAlike)
                    .isEqualTo(403);
        }
    }

    @Test
    void a_participant_acts_on_another() {
        // Given
        Client ben = Client.of(sid, "ben");
        ben.joined();

        // When
        Map<String, Integer> statuses = Operations.statuses(
                List.of("participantId"),
                Map.of("sessionId", sid, "participantId", pid),
                Map.of("PATCH " + PARTICIPANT, "{\"handRaised\":true}"),
                ben::request);

        // Then
        assertThat(statuses)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "GET " + PARTICIPANT + "/ice-servers", 403,
                        "PATCH " + PARTICIPANT, 403,
                        "DELETE " + PARTICIPANT, 403));
    }

    @Test
    void a_stranger_acts_on_a_call_of_two_others() {
        // Given
        Phone caller = Phone.of("caller");
        String call = caller.rings(Phone.of("receiver"));
        Phone mallory = Phone.of("mallory");

        // When / Then
        assertThat(mallory.request().get("/v3/calls/" + call).statusCode()).isEqualTo(404);
        assertThat(mallory.accept(call).statusCode()).isEqualTo(403);
        assertThat(mallory.reject(call, "{}").statusCode()).isEqualTo(403);
        assertThat(mallory.cancel(call).statusCode()).isEqualTo(403);
        assertThat(mallory.end(call).statusCode()).isEqualTo(403);
    }

    @Test
    void a_page_of_another_origin_gets_no_permission() {
        anna.request()
                .header("Origin", "https://evil.example")
                .get("/v3/sessions/" + sid)
                .then()
                .header("Access-Control-Allow-Origin", nullValue());
    }

    private Map<String, Integer> ask(Client client) {
        return Operations.statuses(
                List.of("sessionId", "participantId"),
                Map.of("sessionId", sid, "participantId", pid),
                Map.of(),
                client::request);
    }
}
