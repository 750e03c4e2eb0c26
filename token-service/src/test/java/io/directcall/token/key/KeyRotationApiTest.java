package io.directcall.token.key;

import static io.directcall.token.Api.createAuthToken;
import static io.directcall.token.Api.createCallToken;
import static io.directcall.token.Api.createUser;
import static io.directcall.token.Api.server;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.directcall.contracts.audit.AuditActor;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jose4j.jwx.JsonWebStructure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class KeyRotationApiTest {
    @Inject
    KeyRing ring;

    @Inject
    KeyCare care;

    @Inject
    StoredKeys stored;

    @Inject
    KeyTopic topic;

    @Inject
    Mutiny.SessionFactory database;

    @Test
    void noTokenIsRefusedWhileTheNextKeyTakesOver() throws Exception {
        // Given
        String authToken = createAuthToken(createUser());
        String before = ring.require().kid();

        // When
        String made = server().body(Map.of("signsInSeconds", 2))
                .post("/v3/signing_keys")
                .then()
                .statusCode(200)
                .body("data.state", equalTo("next"))
                .extract()
                .path("data.kid");
        Set<String> signedBy = new LinkedHashSet<>();
        Instant patience = Instant.now().plusSeconds(20);
        while (!signedBy.contains(made) && Instant.now().isBefore(patience)) {
            String token = createCallToken(authToken, "s");
            given().header("callToken", token).get("/v3/call_tokens").then().statusCode(200);
            signedBy.add(JsonWebStructure.fromCompactSerialization(token).getKeyIdHeaderValue());
        }

        // Then
        assertThat(signedBy).containsExactly(before, made);
        given().get("/.well-known/jwks.json").then().body("keys.kid", hasItems(before, made));
        server().get("/v3/signing_keys")
                .then()
                .body("data.find { it.kid == '" + before + "' }.state", equalTo("retired"));
    }

    /** The one that the other tests expect comes last. None for RSA, as making such a key takes seconds on a busy machine. */
    @Test
    void anotherAlgorithmTakesOverWithTheNextKeyAndTokensOfTheOneBeforeStayValid() throws Throwable {
        // Given
        String authToken = createAuthToken(createUser());
        List<String> algorithms = List.of("ES384", "EdDSA", "ES256");
        List<String> tokens = new ArrayList<>(List.of(createCallToken(authToken, "s")));

        // When
        for (String algorithm : algorithms) {
            KeyCare changed = new KeyCare(stored, ring, topic, keysFor(algorithm));
            VertxContextSupport.subscribeAndAwait(() -> changed.rotate(Duration.ZERO, AuditActor.SYSTEM));
            tokens.add(createCallToken(authToken, "s"));
        }

        // Then
        for (int i = 1; i < tokens.size(); i++) {
            assertThat(JsonWebStructure.fromCompactSerialization(tokens.get(i)).getAlgorithmHeaderValue())
                    .isEqualTo(algorithms.get(i - 1));
        }
        for (String token : tokens) {
            Awaitility.await()
                    .untilAsserted(() -> given().header("callToken", token)
                            .get("/v3/call_tokens")
                            .then()
                            .statusCode(200));
        }
        given().get("/.well-known/jwks.json").then().body("keys.alg", hasItems("ES384", "EdDSA"));
        server().get("/v3/signing_keys").then().body("data.algorithm", hasItems("ES384", "EdDSA"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "none", "HS256", "es256", "ES512"})
    void doesNotStartWithAnAlgorithmThatIsNone(String algorithm) {
        assertThatThrownBy(() -> new KeyCare(stored, ring, topic, keysFor(algorithm)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("directcall.keys.algorithm")
                .hasMessageContaining("EdDSA");
    }

    @Test
    void aKeyIsWithdrawnEverywhereWhenItsLastTokenHasExpired() throws Throwable {
        // Given
        String authToken = createAuthToken(createUser());
        String old = createCallToken(authToken, "s");
        String oldKid = JsonWebStructure.fromCompactSerialization(old).getKeyIdHeaderValue();
        rotate(1);
        Awaitility.await().until(() -> !ring.require().kid().equals(oldKid));
        given().header("callToken", old).get("/v3/call_tokens").then().statusCode(200);

        // When
        Instant longAgo = Instant.now().minus(Duration.ofDays(2));
        VertxContextSupport.subscribeAndAwait(() -> database.withTransaction(
                session -> session.createMutationQuery("update StoredKey set signsFrom = :longAgo")
                        .setParameter("longAgo", longAgo)
                        .executeUpdate()));
        VertxContextSupport.subscribeAndAwait(care::look);
        VertxContextSupport.subscribeAndAwait(care::look);

        // Then
        assertThat(ring.all()).extracting(key -> key.times().kid()).doesNotContain(oldKid);
        Awaitility.await()
                .untilAsserted(() -> given().header("callToken", old)
                        .get("/v3/call_tokens")
                        .then()
                        .statusCode(401)
                        .body("error.code", equalTo("AUTH_ERR_TOKEN_INVALID_SIGNATURE")));
        String fresh = createCallToken(authToken, "s");
        given().header("callToken", fresh).get("/v3/call_tokens").then().statusCode(200);
    }

    @Test
    void whatTheDatabaseKeepsSignsNothing() throws Throwable {
        // When
        List<String> stored = VertxContextSupport.subscribeAndAwait(() -> database.withSession(
                session -> session.createNativeQuery("select encrypted_jwk from signing_keys", String.class)
                        .getResultList()));

        // Then
        assertThat(stored)
                .isNotEmpty()
                .allSatisfy(text -> assertThat(text).doesNotContain("{").startsWith("eyJhbGciOiJkaXIi"));
    }

    @Test
    void aKeyThatLiesInClearIsEncryptedAndSignsOn() throws Throwable {
        // Given
        String kid = ring.require().kid();
        VertxContextSupport.subscribeAndAwait(() -> database.withTransaction(
                session -> session.createNativeQuery("update signing_keys set encrypted_jwk = :clear where kid = :kid")
                        .setParameter("clear", ring.require().privateJwk())
                        .setParameter("kid", kid)
                        .executeUpdate()));

        // When
        VertxContextSupport.subscribeAndAwait(care::look);

        // Then
        whatTheDatabaseKeepsSignsNothing();
        assertThat(ring.all()).extracting(key -> key.times().kid()).contains(kid);
    }

    @Test
    void onlyTheServerMayRotateAndLook() {
        given().contentType(ContentType.JSON).post("/v3/signing_keys").then().statusCode(401);
        given().get("/v3/signing_keys").then().statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "86401", "\"soon\""})
    void refusesATimeThatIsNone(String seconds) {
        server().body("{\"signsInSeconds\":" + seconds + "}")
                .post("/v3/signing_keys")
                .then()
                .statusCode(400)
                .body("error.code", equalTo("ERR_BAD_REQUEST"));
    }

    private static KeysConfig keysFor(String algorithm) {
        return new KeysConfig() {
            @Override
            public List<String> secrets() {
                return List.of();
            }

            @Override
            public String algorithm() {
                return algorithm;
            }

            @Override
            public Duration lead() {
                return Duration.ofMinutes(10);
            }

            @Override
            public Duration rotateEvery() {
                return Duration.ofDays(30);
            }
        };
    }

    private static void rotate(int seconds) {
        server().body(Map.of("signsInSeconds", seconds))
                .post("/v3/signing_keys")
                .then()
                .statusCode(200);
    }
}
