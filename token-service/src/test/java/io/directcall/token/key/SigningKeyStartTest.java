package io.directcall.token.key;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.directcall.contracts.token.SigningKey;
import io.directcall.contracts.topic.Topic;
import io.directcall.service.ServiceConfig;
import io.directcall.service.keys.SigningKeys;
import io.directcall.service.test.TestCallTokens;
import io.directcall.service.topic.CompactedTopicReader;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.Response;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SigningKeyStartTest {
    @Inject
    StoredKeys stored;

    @Inject
    ActiveKey active;

    @Inject
    KeyStart keyStart;

    @Inject
    Mutiny.SessionFactory database;

    @Inject
    ServiceConfig config;

    @Inject
    ObjectMapper json;

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> kafka;

    @Test
    void publishesTheKeyAsAJsonWebKeySet() {
        // When
        Response answer = given().get("/.well-known/jwks.json");

        // Then
        answer.then()
                .statusCode(200)
                .body("keys.kid", hasItem(active.require().kid()))
                .body("keys[0].alg", equalTo("ES256"))
                .body("keys[0]", not(hasKey("d")));
    }

    @Test
    void publishesTheKeyToAllServices() {
        // Given
        SigningKeys keys = new SigningKeys();
        String topic = Topic.SIGNING_KEYS.nameWithPrefix(config.topicPrefix().orElse(""));

        // When
        try (var reader = new CompactedTopicReader<>(kafka, topic, SigningKey.class, keys, json)) {
            reader.start();
            Awaitility.await().until(keys::complete);
        }

        // Then
        assertThat(keys.find(active.require().kid())).isPresent();
    }

    @Test
    void keepsTheKeyOverAStart() throws Throwable {
        // Given
        String kid = active.require().kid();

        // When
        keyStart.start(new StartupEvent());

        // Then
        assertThat(active.require().kid()).isEqualTo(kid);
    }

    @Test
    void agreesOnOneKeyWhenReplicasStartAtOnce() throws Throwable {
        // Given
        SigningKeyPair before = active.require();
        execute("delete from StoredKey");
        Set<String> kids = ConcurrentHashMap.newKeySet();

        // When
        IntStream.range(0, 8).parallel().forEach(replica -> kids.add(kidAfterStart()));

        // Then
        assertThat(kids).hasSize(1);
        execute("delete from StoredKey");
        assertThat(storedKid(before)).isEqualTo(before.kid());
    }

    @Test
    void takesUpAKeyThatAppearsLater() {
        // Given
        TestCallTokens later = TestCallTokens.start();

        // When
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> given().header("callToken", later.builder().sign())
                        .get("/v3/call_tokens")
                        .then()
                        // Then
                        .statusCode(200)
                        .body("data.payload.room", equalTo("session")));
    }

    @Test
    void isReadyWhenKeysAreReadAndPublished() {
        // When
        Response answer = given().get("/q/health/ready");

        // Then
        answer.then()
                .statusCode(200)
                .body("checks.name", hasItem("signing-keys"))
                .body("checks.name", hasItem("signing-key-published"));
    }

    private String kidAfterStart() {
        return storedKid(SigningKeyPair.generate());
    }

    private String storedKid(SigningKeyPair candidate) {
        try {
            return VertxContextSupport.subscribeAndAwait(() -> stored.activeOr(candidate))
                    .pair()
                    .kid();
        } catch (Throwable failed) {
            throw new AssertionError(failed);
        }
    }

    private void execute(String mutation) throws Throwable {
        VertxContextSupport.subscribeAndAwait(() -> database.withTransaction(
                session -> session.createMutationQuery(mutation).executeUpdate()));
    }
}
