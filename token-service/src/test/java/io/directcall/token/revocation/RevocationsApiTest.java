package io.directcall.token.revocation;

import static io.directcall.token.Api.createAuthToken;
import static io.directcall.token.Api.createCallToken;
import static io.directcall.token.Api.createUser;
import static io.directcall.token.Api.server;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.directcall.contracts.session.LeaveReason;
import io.directcall.contracts.session.SessionEvent;
import io.directcall.contracts.session.SessionEvent.ParticipantLeft;
import io.directcall.contracts.topic.Topic;
import io.directcall.service.ServiceConfig;
import io.directcall.service.revocation.Revocations;
import io.directcall.service.test.EventLoopWatch;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EventLoopWatch.class)
class RevocationsApiTest {
    /** What the consumer of session-events needs on a busy machine until it has its partitions. */
    private static final Duration FIRST_KICK = Duration.ofSeconds(30);

    private final String sessionId = "s-" + UUID.randomUUID();

    @Inject
    ServiceConfig config;

    @Inject
    ObjectMapper json;

    @Inject
    Revocations known;

    @Inject
    RevocationCare care;

    @Inject
    Mutiny.SessionFactory database;

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> kafka;

    @BeforeEach
    void awaitTheTopic() {
        await().atMost(Duration.ofSeconds(20)).until(known::complete);
    }

    private static Response revoke(Map<String, Object> body) {
        return server().body(body).post("/v3/revocations");
    }

    private static void awaitRefused(String callToken) {
        await().untilAsserted(() -> given().header("callToken", callToken)
                .get("/v3/call_tokens")
                .then()
                .statusCode(401)
                .body("error.code", equalTo("AUTH_ERR_TOKEN_REVOKED")));
    }

    private static Response check(String callToken) {
        return given().header("callToken", callToken).get("/v3/call_tokens");
    }

    private static String jti(String jwt) {
        byte[] claims = Base64.getUrlDecoder().decode(jwt.split("\\.", -1)[1]);
        return JsonPath.from(new String(claims, StandardCharsets.UTF_8)).getString("jti");
    }

    private Response askForToken(String uid) {
        return server().header("onBehalfOf", uid)
                .body(Map.of("sessionId", sessionId))
                .post("/v3/call_tokens");
    }

    private void publish(SessionEvent event) throws Exception {
        String topic = Topic.SESSION_EVENTS.nameWithPrefix(config.topicPrefix().orElse(""));
        Map<String, Object> settings = Map.of("bootstrap.servers", kafka.get("bootstrap.servers"));
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, event.sessionId(), json.writeValueAsString(event)))
                    .get();
        }
    }

    private static ParticipantLeft kick(String sessionId, String uid, Boolean banned) {
        return new ParticipantLeft(sessionId, 4, Instant.now(), "p", uid, LeaveReason.KICKED, banned);
    }

    @Test
    void oneTokenOfAUserIsRevoked() {
        // Given
        String authToken = createAuthToken(createUser());
        String revoked = createCallToken(authToken, sessionId);
        String kept = createCallToken(authToken, sessionId);
        String jti = jti(revoked);

        // When
        Response answer = revoke(Map.of("jti", jti));

        // Then
        answer.then().statusCode(200).body("data[0].what", equalTo("token")).body("data[0].jti", equalTo(jti));
        awaitRefused(revoked);
        check(kept).then().statusCode(200);
    }

    @Test
    void aTokenOfTheSameSecondCountsAfterTheUsersOldOnesWereRevoked() {
        // Given
        String uid = createUser();
        String authToken = createAuthToken(uid);
        String old = createCallToken(authToken, sessionId);
        revoke(Map.of("uid", uid)).then().statusCode(200);
        awaitRefused(old);

        // When
        String fresh = createCallToken(authToken, sessionId);

        // Then
        check(fresh).then().statusCode(200);
    }

    @Test
    void whoIsDeletedHasNoCallTokenLeft() {
        // Given
        String uid = createUser();
        String callToken = createCallToken(createAuthToken(uid), sessionId);

        // When
        server().delete("/v3/users/{uid}", uid).then().statusCode(200);

        // Then
        awaitRefused(callToken);
    }

    @Test
    void whoIsBannedGetsNoTokenForThisSessionUntilTheBanIsLifted() {
        // Given
        String uid = createUser();
        String old = createCallToken(createAuthToken(uid), sessionId);
        revoke(Map.of("uid", uid, "sessionId", sessionId, "ban", true)).then().statusCode(200);
        await().untilAsserted(() ->
                askForToken(uid).then().statusCode(403).body("error.code", equalTo("ERR_CALL_USER_BANNED")));
        createCallToken(createAuthToken(uid), "another");

        // When
        Response answer = lift(uid);

        // Then
        answer.then().statusCode(200);
        await().untilAsserted(() -> askForToken(uid).then().statusCode(200));
        awaitRefused(old);
        lift(uid).then().statusCode(404).body("error.code", equalTo("ERR_BAN_NOT_FOUND"));
    }

    private Response lift(String uid) {
        return server().queryParam("uid", uid)
                .queryParam("sessionId", sessionId)
                .delete("/v3/revocations");
    }

    @Test
    void listsWhatIsInForce() {
        // Given
        String uid = createUser();
        revoke(Map.of("uid", uid, "sessionId", sessionId, "ban", true)).then().statusCode(200);

        // When
        Response answer = server().get("/v3/revocations");

        // Then
        answer.then()
                .statusCode(200)
                .body("data.findAll { it.sessionId == '" + sessionId + "' }.what", hasItem("session"))
                .body("data.find { it.sessionId == '" + sessionId + "' && it.what == 'ban' }.uid", equalTo(uid))
                .body("data.find { it.sessionId == '" + sessionId + "' && it.what == 'ban' }.expiresAt", nullValue());
    }

    @Test
    void aKickRevokesAndOneThatBansBans() throws Exception {
        // Given
        String kicked = createUser();
        String old = createCallToken(createAuthToken(kicked), sessionId);
        String banned = createUser();

        // When
        publish(kick(sessionId, kicked, null));
        publish(kick(sessionId, banned, true));

        // Then
        await().atMost(FIRST_KICK).untilAsserted(() -> check(old).then().statusCode(401));
        await().atMost(FIRST_KICK)
                .untilAsserted(() -> askForToken(banned).then().statusCode(403));
        check(askForToken(kicked).path("data.token")).then().statusCode(200);
    }

    @Test
    void aKickThatIsHeardOfAgainDoesNotBringBackABanThatWasLifted() throws Exception {
        // Given
        String uid = createUser();
        ParticipantLeft kick = kick(sessionId, uid, true);
        publish(kick);
        await().atMost(FIRST_KICK).untilAsserted(() -> askForToken(uid).then().statusCode(403));
        lift(uid).then().statusCode(200);
        String other = createUser();

        // When: what follows it was handled, so it was, too
        publish(kick);
        publish(kick(sessionId, other, true));

        // Then
        await().atMost(FIRST_KICK).untilAsserted(() -> askForToken(other).then().statusCode(403));
        askForToken(uid).then().statusCode(200);
    }

    @Test
    void whatIsOverIsForgottenEverywhere() throws Throwable {
        // Given
        String uid = createUser();
        String old = createCallToken(createAuthToken(uid), sessionId);
        revoke(Map.of("uid", uid, "sessionId", sessionId)).then().statusCode(200);
        awaitRefused(old);
        VertxContextSupport.subscribeAndAwait(() -> database.withTransaction(
                session -> session.createNativeQuery("update revocations set expires_at = now() where session_id = :s")
                        .setParameter("s", sessionId)
                        .executeUpdate()));

        // When
        VertxContextSupport.subscribeAndAwait(care::look);

        // Then
        await().untilAsserted(() -> check(old).then().statusCode(200));
        server().get("/v3/revocations").then().body("data.sessionId", not(hasItem(sessionId)));
        assertThat(known.newest(uid, sessionId)).isEqualTo(Instant.EPOCH);
    }

    @Test
    void onlyTheServerRevokes() {
        // When
        Response answer = given().contentType("application/json")
                .body(Map.of("uid", "anna"))
                .post("/v3/revocations");

        // Then
        answer.then().statusCode(401).body("error.code", equalTo("AUTH_ERR_EMPTY_APIKEY"));
    }
}
