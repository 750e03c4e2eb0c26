package io.directcall.session.history;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.directcall.service.test.TestAuthTokens;
import io.directcall.session.testing.Client;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class CallListTest {
    private static final String PREFIX = "list-" + UUID.randomUUID() + "-";
    private static final String CLEO = PREFIX + "cleo";
    private static final String DORA = PREFIX + "dora";
    private static final List<String> NEWEST_FIRST =
            List.of(PREFIX + 5, PREFIX + 4, PREFIX + 3, PREFIX + 2, PREFIX + 1);

    private static History history;

    @BeforeAll
    static void tokens() {
        Client.newTokens();
        history = new History();
    }

    /** Five meetings with Cleo: Dora calls the second and joins the third; the first has ended. */
    private static void meetings() {
        if (History.list("uid=" + CLEO).path("meta.pagination.total").equals(5)) {
            return;
        }
        for (int i = 1; i <= 5; i++) {
            if (i == 2) {
                Client.of(PREFIX + i, DORA).joined();
            }
            Client.of(PREFIX + i, CLEO).joined();
            if (i == 3) {
                Client.of(PREFIX + i, DORA).joined();
            }
        }
        Client.server().delete("/v3/sessions/" + PREFIX + 1).then().statusCode(204);
    }

    private static RequestSpecification asCleo() {
        return Client.server().header("onBehalfOf", CLEO);
    }

    @Test
    void aUserSeesItsOwnCallsAlone() {
        // Given
        meetings();

        // When
        Response answer = history.of(DORA).get("/v3/calls");

        // Then
        answer.then()
                .body("data.sessionId", contains(PREFIX + 3, PREFIX + 2))
                .body("meta.pagination.total", equalTo(2));
        history.of(DORA).get("/v3/calls/" + PREFIX + 4).then().statusCode(404);
        history.of(DORA).get("/v3/calls/" + PREFIX + 2).then().body("data", hasSize(1));
    }

    @ParameterizedTest
    @CsvSource({
        "status=ended, 1",
        "status=ongoing, 5 4 3 2",
        "status=missed, ''",
        "status=&type=, 5 4 3 2 1",
        "type=video&mode=meet, 5 4 3 2 1",
        "type=audio, ''",
        "mode=call, ''",
        "mode=presenter, ''",
        "hasRecording=true, ''",
        "hasRecording=false, 5 4 3 2 1",
        "direction=incoming, 2",
        "direction=outgoing, 5 4 3 1",
        "direction=outgoing&status=ended, 1",
    })
    void filtersRestrict(String query, String expected) {
        // Given
        meetings();

        // When
        Response answer = asCleo().get("/v3/calls?" + query);

        // Then
        List<String> sessions = expected.isEmpty()
                ? List.of()
                : List.of(expected.split(" ")).stream().map(n -> PREFIX + n).toList();
        answer.then()
                .statusCode(200)
                .body("data.sessionId", equalTo(sessions))
                .body("meta.pagination.total", equalTo(sessions.size()));
    }

    @Test
    void anotherUserAndAGroupRestrictToo() {
        // Given
        meetings();

        // When
        Response withDora = asCleo().get("/v3/calls?uid=" + DORA);
        Response ofGroup = asCleo().get("/v3/calls?guid=" + PREFIX + 4);
        Response ofServer = History.list("guid=" + PREFIX + 4);

        // Then
        withDora.then().body("data.sessionId", contains(PREFIX + 3, PREFIX + 2));
        ofGroup.then().body("data.sessionId", contains(PREFIX + 4));
        ofServer.then().body("data.sessionId", contains(PREFIX + 4));
    }

    @Test
    void pagesAreNumbered() {
        // Given
        meetings();

        // When
        Response last = asCleo().get("/v3.0/calls?page=3&perPage=2");

        // Then
        last.then()
                .body("data.sessionId", contains(PREFIX + 1))
                .body("meta.pagination.total", equalTo(5))
                .body("meta.pagination.count", equalTo(1))
                .body("meta.pagination.per_page", equalTo(2))
                .body("meta.pagination.current_page", equalTo(3))
                .body("meta.pagination.total_pages", equalTo(3))
                .body("meta.totalIsLowerBound", nullValue())
                .body("meta.cursor.next", nullValue());
        asCleo().get("/v3/calls?page=4&perPage=2").then().body("data", hasSize(0));
    }

    @Test
    void cursorsLeadThereAndBack() {
        // Given
        meetings();

        // When
        Response first = asCleo().get("/v3/calls?perPage=2");
        Response second = asCleo().get("/v3/calls?perPage=2&after=" + first.path("meta.cursor.next"));
        Response third = asCleo().get("/v3/calls?perPage=2&after=" + second.path("meta.cursor.next"));
        Response back = asCleo().get("/v3/calls?perPage=2&before=" + third.path("meta.cursor.previous"));

        // Then
        first.then().body("data.sessionId", equalTo(NEWEST_FIRST.subList(0, 2)));
        second.then().body("data.sessionId", equalTo(NEWEST_FIRST.subList(2, 4)));
        third.then().body("data.sessionId", equalTo(NEWEST_FIRST.subList(4, 5))).body("meta.cursor.next", nullValue());
        back.then()
                .body("data.sessionId", equalTo(NEWEST_FIRST.subList(2, 4)))
                .body("meta.cursor.next", notNullValue());
    }

    @ParameterizedTest
    @CsvSource({
        "status=gone, status",
        "status=ENDED, status",
        "type=hologram, type",
        "mode=x, mode",
        "direction=up, direction",
        "direction=incoming, direction",
        "hasRecording=maybe, hasRecording",
        "uid=a%20b, uid",
        "guid=%2F, guid",
        "page=0, page",
        "page=x, page",
        "page=1002&perPage=100, page",
        "perPage=1001, perPage",
        "after=x, after",
        "after=%00, after",
        "before=AAAA, before",
        "after=AAAAAAAAAAE&before=AAAAAAAAAAE, before",
        "after=AAAAAAAAAAE&page=2, page",
    })
    void badInputIsNamed(String query, String field) {
        // When
        Response answer = History.list(query);

        // Then
        answer.then()
                .statusCode(400)
                .body("error.code", equalTo("ERR_BAD_REQUEST"))
                .body("error.message", containsString("'" + field + "'"));
    }

    @Test
    void nobodyElseMayLook() {
        // When
        Response nothing = given().get("/v3/calls");
        Response unknown =
                given().header("authToken", TestAuthTokens.unpublished()).get("/v3/calls/x");
        Response badKey = given().header("apikey", "no").get("/v3/calls");

        // Then
        nothing.then().statusCode(401);
        unknown.then().statusCode(401);
        badKey.then().statusCode(401);
    }

    @Test
    void aCallThatNeverWasIsNotFound() {
        // When
        Response answer = Client.server().get("/v3/calls/never-was");

        // Then
        answer.then().statusCode(404).body("error.code", equalTo("ERR_CALL_SESSION_NOT_FOUND"));
    }
}
