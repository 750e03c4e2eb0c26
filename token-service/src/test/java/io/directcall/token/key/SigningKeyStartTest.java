package io.directcall.token.key;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.directcall.contracts.audit.AuditActor;
import io.directcall.contracts.token.SigningAlgorithm;
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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SigningKeyStartTest {
    @Inject
    StoredKeys stored;

    @Inject
    KeyRing ring;

    @Inject
    KeyCare care;

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
                .body("keys.kid", hasItem(ring.require().kid()))
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
        assertThat(keys.find(ring.require().kid())).isPresent();
    }

    @Test
    void keepsTheKeyOverAStart() throws Throwable {
        // Given
        String kid = ring.require().kid();

        // When
        care.start(new StartupEvent());

        // Then
        assertThat(ring.require().kid()).isEqualTo(kid);
    }

    @Test
    void agreesOnOneKeyWhenReplicasMakeTheNextAtOnce() throws Throwable {
        // Given
        List<KeyTimes> before = ring.times();
        KeyTimes newest = KeyRotation.newest(before).orElseThrow();

        // When
        IntStream.range(0, 8).parallel().forEach(replica -> add(newest.generation() + 1));

        // Then
        List<TimedKey> stored = VertxContextSupport.subscribeAndAwait(this.stored::all);
        assertThat(stored).hasSize(before.size() + 1);
        VertxContextSupport.subscribeAndAwait(
                () -> this.stored.remove(stored.getLast().times().kid()));
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

    private void add(int generation) {
        SigningKeyPair pair = SigningKeyPair.generate(SigningAlgorithm.ES256);
        Instant never = Instant.now().plus(Duration.ofDays(300));
        try {
            VertxContextSupport.subscribeAndAwait(() -> stored.add(
                    new TimedKey(new KeyTimes(pair.kid(), generation, never, never), pair), AuditActor.SYSTEM));
        } catch (Throwable failed) {
            throw new AssertionError(failed);
        }
    }
}
