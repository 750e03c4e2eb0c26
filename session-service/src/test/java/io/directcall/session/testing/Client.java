package io.directcall.session.testing;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import io.directcall.contracts.session.Role;
import io.directcall.service.test.TestCallTokens;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** A user with a call token for one session. */
public final class Client {
    /** As the tests configure it. */
    public static final String API_KEY = "test-api-key";

    private static volatile TestCallTokens tokens;
    private static volatile boolean known;

    private final String token;
    private final String sessionId;

    private Client(String token, String sessionId) {
        this.token = token;
        this.sessionId = sessionId;
    }

    public static Client of(String sessionId, String uid, Role role) {
        return new Client(tokens.token(sessionId, uid, role), sessionId);
    }

    /** A participant whose token names what it may send. */
    public static Client publishing(String sessionId, String uid, String... kinds) {
        return new Client(
                tokens.builder().sessionId(sessionId).uid(uid).publish(kinds).sign(), sessionId);
    }

    public static Client of(String sessionId, String uid) {
        return of(sessionId, uid, Role.PARTICIPANT);
    }

    /** Made anew for each start of the service: each has topics of its own. */
    public static void newTokens() {
        tokens = TestCallTokens.start(Kafka.bootstrapServers(), Kafka.prefix());
        known = false;
    }

    /** Not before a test runs: REST Assured does not know the port earlier. */
    private static void awaitThatTokensAreKnown() {
        if (known) {
            return;
        }
        String probe = tokens.token("probe", "probe", Role.VIEWER);
        await().atMost(20, SECONDS)
                .until(() -> given().header("callToken", probe)
                                .get("/v3/sessions/probe")
                                .statusCode()
                        == 404);
        known = true;
    }

    public String token() {
        awaitThatTokensAreKnown();
        return token;
    }

    public RequestSpecification request() {
        return given().header("callToken", token());
    }

    public static RequestSpecification server() {
        return given().header("apikey", API_KEY);
    }

    public Response join(String body) {
        return request().contentType(ContentType.JSON).body(body).post(participants());
    }

    /** Joins and returns the new participant's id. */
    public String joined() {
        return join("{}").then().statusCode(201).extract().path("data.participant.participantId");
    }

    /** The page was loaded again and names who it was. */
    public Response back(String participantId) {
        return join("{\"participantId\":\"" + participantId + "\"}");
    }

    public Response patch(String participantId, String body) {
        return request().contentType(ContentType.JSON).body(body).patch(participants() + "/" + participantId);
    }

    public Response remove(String participantId) {
        return request().delete(participants() + "/" + participantId);
    }

    /** The page goes and may be back within so many seconds. */
    public Response remove(String participantId, String grace) {
        return request().queryParam("grace", grace).delete(participants() + "/" + participantId);
    }

    public Response read() {
        return request().get("/v3/sessions/" + sessionId);
    }

    public Response end() {
        return request().delete("/v3/sessions/" + sessionId);
    }

    private String participants() {
        return "/v3/sessions/" + sessionId + "/participants";
    }
}
