package io.directcall.session.webhook;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.directcall.service.test.EventLoopWatch;
import io.directcall.session.testing.Client;
import io.directcall.session.webhook.Receiver.Behaviour;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.vertx.core.http.HttpServerOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** From a join to the application's server, and what operators see of it. */
@QuarkusTest
@TestProfile(Hooked.class)
@ExtendWith(EventLoopWatch.class)
class WebhooksTest {
    private static final String PATH = "/v3/webhooks/deliveries";

    private final String sid = "hooked-" + UUID.randomUUID();
    private final Client anna = Client.of(sid, "anna");
    private Receiver receiver;

    @BeforeAll
    static void tokens() {
        Client.newTokens();
    }

    @BeforeEach
    void listen() {
        receiver = new Receiver(new HttpServerOptions(), Hooked.port());
    }

    @AfterEach
    void close() {
        receiver.close();
    }

    private List<Receiver.Got> told(int count) {
        await().atMost(20, SECONDS).untilAsserted(() -> assertThat(got()).hasSize(count));
        return got();
    }

    private List<Receiver.Got> got() {
        return receiver.got().stream().filter(got -> got.body().contains(sid)).toList();
    }

    private void awaitStates(String target, String... states) {
        await().atMost(20, SECONDS)
                .untilAsserted(() -> assertThat(deliveries(target).getList("data.state", String.class))
                        .containsExactly(states));
    }

    private JsonPath deliveries(String target) {
        return Client.server()
                .queryParam("sessionId", sid)
                .queryParam("target", target)
                .get(PATH)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    @Test
    void aCallIsToldInOrderWithSignaturesThatVerify() {
        // Given
        String pid = anna.joined();

        // When
        anna.remove(pid);

        // Then
        List<Receiver.Got> told = told(4);
        assertThat(told)
                .extracting(got -> JsonPath.from(got.body()).getString("trigger"))
                .containsExactly(
                        "meeting_started", "meeting_participant_joined", "meeting_participant_left", "meeting_ended");
        JsonPath left = JsonPath.from(told.get(2).body());
        assertThat(left.getString("type")).isEqualTo("meet");
        assertThat(left.getString("appId")).isEqualTo("my-app");
        assertThat(left.getString("region")).isEqualTo("eu");
        assertThat(left.getString("webhook")).isEqualTo("app");
        assertThat(left.getString("data.participantId")).isEqualTo(pid);
        assertThat(left.getString("data.uid")).isEqualTo("anna");
        assertThat(left.getString("data.reason")).isEqualTo("left");
        assertThat(told).allSatisfy(WebhooksTest::assertSigned);
    }

    private static void assertSigned(Receiver.Got got) {
        Instant at = Instant.ofEpochSecond(Long.parseLong(got.headers().get("webhook-timestamp")));
        Signer both = Signer.of(List.of(Given.SECRET, Hooked.OTHER_SECRET));
        assertThat(got.headers().get("webhook-signature")).isEqualTo(both.sign(got.id(), at, got.body()));
    }

    @Test
    void aTargetOnAPrivateAddressIsRefusedUnlessAllowed() {
        // Given
        anna.remove(anna.joined());
        told(4);

        // When
        await().atMost(20, SECONDS).until(() -> deliveries("guarded").getString("data[0].lastError") != null);

        // Then
        JsonPath guarded = deliveries("guarded");
        assertThat(guarded.getList("data.trigger")).isEqualTo(List.of("meeting_ended"));
        assertThat(guarded.getString("data[0].lastError")).contains("127.0.0.1 is not a public address");
        assertThat(receiver.got()).noneMatch(got -> got.path().equals("/guarded"));
    }

    @Test
    void aCallGoesOnWhileItsTargetHangs() {
        // Given
        receiver.will(Behaviour.hang());
        String pid = anna.joined();
        told(1);

        // When
        anna.remove(pid);
        anna.joined();

        // Then
        anna.read().then().statusCode(200).body("data.seq", equalTo(6));
        awaitStates("app", "waiting", "waiting", "waiting", "waiting", "waiting", "waiting");
    }

    @Test
    void operatorsSeeBodyAndAttempts() {
        // Given
        receiver.willDecide(got -> Behaviour.status(got().size() == 1 ? 503 : 200));
        anna.joined();
        awaitStates("app", "delivered", "delivered");
        String id = deliveries("app").getString("data[1].id");

        // When
        var answer = Client.server().get(PATH + "/" + id);

        // Then
        answer.then()
                .statusCode(200)
                .body("data.trigger", equalTo("meeting_started"))
                .body("data.state", equalTo("delivered"))
                .body("data.attempts", equalTo(2))
                .body("data.lastStatus", equalTo(200))
                .body("data.lastError", nullValue())
                .body("data.nextAttemptAt", nullValue())
                .body("data.finishedAt", notNullValue())
                .body("data.body", containsString(sid))
                .body("data.log.number", contains(1, 2))
                .body("data.log.status", contains(503, 200))
                .body("data.log[0].error", equalTo("answered 503"));
    }

    @Test
    void aDeliveryIsSentAgainWithTheSameId() {
        // Given
        anna.joined();
        awaitStates("app", "delivered", "delivered");
        String id = deliveries("app").getString("data[1].id");

        // When
        Client.server().post(PATH + "/" + id + "/replay").then().statusCode(202).body("data.id", equalTo(id));

        // Then
        List<Receiver.Got> told = told(3);
        assertThat(told.get(2).id()).isEqualTo(told.get(0).id()).isEqualTo(id);
        assertThat(told.get(2).body()).isEqualTo(told.get(0).body());
    }

    @Test
    void allThatFailedIsSentAgainInOrder() {
        // Given
        receiver.will(Behaviour.status(410));
        anna.joined();
        awaitStates("app", "failed", "failed");
        receiver.will(Behaviour.status(200));

        // When
        Client.server()
                .post(PATH + "/replay?state=failed&target=app")
                .then()
                .statusCode(202)
                .body("data.replayed", greaterThanOrEqualTo(2));

        // Then
        awaitStates("app", "delivered", "delivered");
        assertThat(got())
                .extracting(got -> JsonPath.from(got.body()).getInt("data.seq"))
                .containsExactly(1, 2, 1, 2);
    }

    @Test
    void listsHavePagesAndFilters() {
        // Given
        anna.remove(anna.joined());
        awaitStates("app", "delivered", "delivered", "delivered", "delivered");

        // When
        var answer = Client.server().get(PATH + "?state=delivered&target=app&sessionId=" + sid + "&perPage=3&page=2");

        // Then
        answer.then()
                .statusCode(200)
                .body("data", hasSize(1))
                .body("data[0].trigger", equalTo("meeting_started"))
                .body("data[0].body", nullValue())
                .body("meta.pagination.total", equalTo(4))
                .body("meta.pagination.total_pages", equalTo(2));
    }

    @Test
    void whatIsWrongInARequestIsNamed() {
        // When
        var answers = List.of(
                Client.server().get(PATH + "?state=lost"),
                Client.server().get(PATH + "?page=0"),
                Client.server().post(PATH + "/replay?state=delivered"),
                Client.server().get(PATH + "/msg_unknown"),
                Client.server().post(PATH + "/msg_unknown/replay"),
                given().get(PATH),
                anna.request().post(PATH + "/replay"));

        // Then
        assertThat(answers)
                .extracting(answer -> answer.statusCode())
                .containsExactly(400, 400, 400, 404, 404, 401, 401);
        answers.get(0).then().body("error.message", containsString("'state'"));
        answers.get(3).then().body("error.code", equalTo("ERR_WEBHOOK_DELIVERY_NOT_FOUND"));
    }

    @Test
    void noAnswerShowsASecret() {
        // Given
        anna.joined();
        awaitStates("app", "delivered", "delivered");

        // When
        String list = Client.server().get(PATH).asString();
        String one = Client.server()
                .get(PATH + "/" + deliveries("app").getString("data[0].id"))
                .asString();

        // Then
        assertThat(List.of(list, one)).allSatisfy(text -> assertThat(text).doesNotContain(Given.SECRET.substring(6)));
    }

    @Test
    void theMetricsOfTheAlertsExist() throws IOException {
        // Given
        String rules = Files.readString(Path.of("../deploy/alerts/webhooks.yaml"));
        List<String> names = Pattern.compile("\\bwebhook_\\w+")
                .matcher(rules)
                .results()
                .map(MatchResult::group)
                .distinct()
                .toList();

        // When
        String metrics = given().get("/q/metrics").asString();

        // Then
        assertThat(names)
                .hasSizeGreaterThanOrEqualTo(2)
                .allSatisfy(name -> assertThat(metrics).contains(name + "{"));
    }
}
