package io.directcall.session.idempotency;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.directcall.session.testing.Client;
import io.directcall.session.testing.Database;
import io.directcall.session.testing.Phone;
import io.directcall.session.testing.UserLog;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RepeatedRequestsTest {
    private static final int CROWD = 12;

    private final String sid = "repeated-" + UUID.randomUUID();
    private final String key = UUID.randomUUID().toString();
    private final Client client = Client.of(sid, "anna");

    @Inject
    OldAnswers oldAnswers;

    @BeforeAll
    static void tokens() {
        Client.newTokens();
    }

    private RequestSpecification keyed(RequestSpecification request) {
        return request.header("Idempotency-Key", key).contentType(ContentType.JSON);
    }

    private Response join(String body) {
        return keyed(client.request()).body(body).post("/v3/sessions/" + sid + "/participants");
    }

    private static void assertSame(Response first, Response second) {
        assertThat(second.statusCode()).isEqualTo(first.statusCode());
        assertThat(second.body().asString()).isEqualTo(first.body().asString());
        assertThat(second.contentType()).isEqualTo(first.contentType());
    }

    @Test
    void aJoinIsAnsweredAsBeforeAndDoneOnce() {
        // Given
        Response first = join("{\"audioMuted\":true,\"callType\":\"audio\"}");

        // When
        Response second = join("{\"callType\":\"audio\", \"audioMuted\":true, \"unknown\":1}");

        // Then
        first.then().statusCode(201);
        assertSame(first, second);
        client.read().then().body("data.participants", hasSize(1)).body("data.seq", equalTo(2));
    }

    @Test
    void aJoinWithoutAKeyIsDoneEachTime() {
        // Given
        client.joined();

        // When
        client.joined();

        // Then
        client.read().then().body("data.participants", hasSize(2));
    }

    @Test
    void aPlacedCallIsAnsweredAsBeforeAlsoUnderTheAliasOfThePath() {
        // Given
        Phone anna = Phone.of("anna");
        Phone ben = Phone.of("ben");
        String body = Phone.audioCallTo(ben.uid());
        Response first = keyed(anna.request()).body(body).post("/v3/calls");
        first.then().statusCode(201);
        ben.accept(first.path("data.sessionId")).then().statusCode(200);

        // When
        Response second = keyed(anna.request()).body(body).post("/v3.0/calls");

        // Then
        assertSame(first, second);
        try (UserLog log = new UserLog()) {
            assertThat(log.words(ben, 2)).containsExactly("IncomingCall", "CallAccepted");
        }
    }

    @Test
    void aCallThatFoundItsReceiverBusyIsAnsweredAsBefore() {
        // Given
        Phone anna = Phone.of("anna");
        Phone ben = Phone.of("ben");
        String talk = Phone.of("cleo").talks(ben);
        String body = Phone.audioCallTo(ben.uid());
        Response first = keyed(anna.request()).body(body).post("/v3/calls");
        first.then().statusCode(409).body("error.code", equalTo("ERR_CALL_BUSY_USER"));
        ben.end(talk).then().statusCode(200);

        // When
        Response second = keyed(anna.request()).body(body).post("/v3/calls");

        // Then
        assertSame(first, second);
    }

    @Test
    void acceptRejectCancelAndEndAreAnsweredAsBefore() {
        // Given
        Phone anna = Phone.of("anna");
        Phone ben = Phone.of("ben");
        String talk = anna.rings(ben);
        Response accepted = keyed(ben.request()).post("/v3/calls/" + talk + "/accept");
        Response ended = keyed(anna.request()).post("/v3/calls/" + talk + "/end");
        String rejection = anna.rings(ben);
        Response rejected = keyed(ben.request()).post("/v3/calls/" + rejection + "/reject");
        String cancellation = anna.rings(ben);
        Response cancelled = keyed(Client.server()).post("/v3/calls/" + cancellation + "/cancel");

        // When
        Response acceptedAgain = keyed(ben.request()).post("/v3/calls/" + talk + "/accept");
        Response endedAgain = keyed(anna.request()).post("/v3/calls/" + talk + "/end");
        Response rejectedAgain = keyed(ben.request()).post("/v3/calls/" + rejection + "/reject");
        Response cancelledAgain = keyed(Client.server()).post("/v3/calls/" + cancellation + "/cancel");

        // Then
        assertThat(List.of(accepted, ended, rejected, cancelled))
                .extracting(Response::statusCode)
                .containsOnly(200);
        assertSame(accepted, acceptedAgain);
        assertSame(ended, endedAgain);
        assertSame(rejected, rejectedAgain);
        assertSame(cancelled, cancelledAgain);
    }

    @Test
    void switchingToVideoAndKeepingAliveAreAnsweredAsBefore() {
        // Given
        client.join("{\"callType\":\"audio\"}").then().statusCode(201);
        Response switched = keyed(client.request()).post("/v3/sessions/" + sid + "/switch-to-video");
        Response kept = keyed(client.request()).post("/v3/sessions/" + sid + "/keep-alive");

        // When
        Response switchedAgain = keyed(client.request()).post("/v3/sessions/" + sid + "/switch-to-video");
        Response keptAgain = keyed(client.request()).post("/v3/sessions/" + sid + "/keep-alive");

        // Then
        switched.then().statusCode(200).body("data.type", equalTo("video"));
        assertSame(switched, switchedAgain);
        assertSame(kept, keptAgain);
        client.read().then().body("data.seq", equalTo(kept.<Integer>path("data.seq")));
    }

    @Test
    void aLateCopyOfAChangeDoesNotUndoWhatCameAfterIt() {
        // Given
        String own = "/v3/sessions/" + sid + "/participants/" + client.joined();
        Response first = keyed(client.request()).body("{\"audioMuted\":true}").patch(own);
        client.request()
                .contentType(ContentType.JSON)
                .body("{\"audioMuted\":false}")
                .patch(own)
                .then()
                .statusCode(200);

        // When
        Response late = keyed(client.request()).body("{\"audioMuted\":true}").patch(own);

        // Then
        first.then().statusCode(200).body("data.audioMuted", equalTo(true));
        assertSame(first, late);
        client.read().then().body("data.participants[0].audioMuted", equalTo(false));
    }

    @Test
    void leavingIsAnsweredAsBeforeAndIsAnotherRequestThanAChange() {
        // Given
        String own = "/v3/sessions/" + sid + "/participants/" + client.joined();
        keyed(client.request()).body("{\"audioMuted\":true}").patch(own).then().statusCode(200);
        Response first = keyed(client.request()).delete(own);

        // When
        Response second = keyed(client.request()).delete(own);

        // Then
        first.then().statusCode(204);
        assertSame(first, second);
    }

    @Test
    void aLateCopyOfAnEndDoesNotEndTheNextCall() {
        // Given
        client.joined();
        Response first = keyed(Client.server()).delete("/v3/sessions/" + sid);
        client.joined();

        // When
        Response late = keyed(Client.server()).delete("/v3/sessions/" + sid);

        // Then
        first.then().statusCode(204);
        assertSame(first, late);
        client.read().then().body("data.participants", hasSize(1));
    }

    @Test
    void manyAtTheSameTimeAreDoneOnce() throws Exception {
        // Given
        client.token();
        List<Callable<Response>> crowd = IntStream.range(0, CROWD)
                .<Callable<Response>>mapToObj(i -> () -> join("{}"))
                .toList();

        try (ExecutorService threads = Executors.newFixedThreadPool(CROWD)) {
            // When
            List<Future<Response>> answers = threads.invokeAll(crowd);

            // Then
            Response first = answers.getFirst().get();
            first.then().statusCode(201);
            for (Future<Response> answer : answers) {
                assertSame(first, answer.get());
            }
        }
        client.read().then().body("data.participants", hasSize(1)).body("data.seq", equalTo(2));
    }

    @Test
    void aRequestWhoseClientHungUpIsDoneAndAnsweredLater() throws Exception {
        // Given
        client.joined();
        try (Connection other = Database.connect();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("select 1 from sessions where id = '" + sid + "' for update");
            try (Socket impatient = new Socket("localhost", RestAssured.port)) {
                send(impatient);
                await().atMost(20, SECONDS).until(() -> waitingForLocks() > 0);
            }
            other.rollback();
        }
        await().atMost(20, SECONDS).untilAsserted(() -> client.read().then().body("data.participants", hasSize(2)));

        // When
        Response repeated = join("{}");

        // Then
        repeated.then().statusCode(201);
        client.read()
                .then()
                .body("data.participants", hasSize(2))
                .body(
                        "data.participants[1].participantId",
                        equalTo(repeated.<String>path("data.participant.participantId")));
    }

    private void send(Socket socket) throws IOException {
        String request = "POST /v3/sessions/" + sid + "/participants HTTP/1.1\r\nHost: localhost\r\ncallToken: "
                + client.token() + "\r\nIdempotency-Key: " + key
                + "\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
    }

    private static long waitingForLocks() {
        return Database.number("select count(*) from pg_stat_activity"
                + " where datname = current_database() and wait_event_type = 'Lock'");
    }

    @Test
    void anotherBodyIsRefused() {
        // Given
        join("{}").then().statusCode(201);

        // When
        Response answer = join("{\"audioMuted\":true}");

        // Then
        answer.then().statusCode(422).body("error.code", equalTo("ERR_IDEMPOTENCY_KEY_REUSED"));
        client.read().then().body("data.participants", hasSize(1));
    }

    @Test
    void anotherUserMayHaveTheSameKey() {
        // Given
        join("{}").then().statusCode(201);

        // When
        Response answer = keyed(Client.of(sid, "ben").request()).post("/v3/sessions/" + sid + "/participants");

        // Then
        answer.then().statusCode(201).body("data.participant.uid", equalTo("ben"));
    }

    @Test
    void aRefusedRequestIsDecidedAnew() {
        // Given
        Phone anna = Phone.of("anna");
        Phone ben = Phone.of("ben");
        String call = anna.rings(ben);
        Response early = keyed(anna.request()).post("/v3/calls/" + call + "/end");
        ben.accept(call);

        // When
        Response answer = keyed(anna.request()).post("/v3/calls/" + call + "/end");

        // Then
        early.then().statusCode(409);
        answer.then().statusCode(200);
    }

    @Test
    void aBadKeyIsRefused() {
        // When
        Response answer = client.request()
                .header("Idempotency-Key", "k".repeat(256))
                .contentType(ContentType.JSON)
                .post("/v3/sessions/" + sid + "/participants");

        // Then
        answer.then().statusCode(400).body("error.message", containsString("Idempotency-Key"));
    }

    @Test
    void anAnswerIsForgottenAfterADay() {
        // Given
        join("{}").then().statusCode(201);
        Database.update("update idempotency_keys set created_at = now() - interval '24 hours'");

        // When
        Response answer = join("{\"audioMuted\":true}");

        // Then
        answer.then().statusCode(201);
        client.read().then().body("data.participants", hasSize(2));
    }

    @Test
    void oldAnswersAreSweptInBatches() {
        // Given
        Database.update("delete from idempotency_keys");
        Database.update("insert into idempotency_keys (request, fingerprint, status, body, created_at)"
                + " select 'old ' || n, '', 200, '', now() - interval '25 hours' from generate_series(1, 2500) n");
        join("{}").then().statusCode(201);

        // When
        OnContext.await(oldAnswers::sweep);

        // Then
        assertThat(Database.number("select count(*) from idempotency_keys")).isEqualTo(1);
    }
}
