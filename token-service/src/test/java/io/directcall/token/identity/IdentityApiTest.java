package io.directcall.token.identity;

import static io.directcall.token.Api.createAuthToken;
import static io.directcall.token.Api.createCallToken;
import static io.directcall.token.Api.createUser;
import static io.directcall.token.Api.newUid;
import static io.directcall.token.Api.server;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.directcall.contracts.user.User;
import io.directcall.service.test.EventLoopWatch;
import io.directcall.service.test.TestIssuer;
import io.directcall.service.test.TestTokenBuilder;
import io.directcall.token.knowledge.OtherApplication;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tokens of an identity provider, beside those that are made here. */
@QuarkusTest
@TestProfile(IdentityApiTest.WithIssuer.class)
@ExtendWith(EventLoopWatch.class)
class IdentityApiTest {
    /** Trusts an identity provider of the test's own. */
    public static final class WithIssuer implements QuarkusTestProfile {
        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(IssuerResource.class));
        }
    }

    @ConfigProperty(name = "directcall.oidc.issuer")
    String issuer;

    @ConfigProperty(name = IssuerResource.KEY)
    String key;

    @ConfigProperty(name = "directcall.topic-prefix", defaultValue = "")
    String topicPrefix;

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> kafka;

    @Inject
    ObjectMapper json;

    @BeforeEach
    void awaitTheKeys() {
        Awaitility.await().until(() -> given().get("/q/health/ready").statusCode() == 200);
    }

    @Test
    void givesACallTokenToAUserThatIsNotKnownHere() {
        // Given
        String uid = newUid();
        String token =
                token(uid).claim("picture", "https://pictures.example/ada").sign();

        // When
        String callToken = createCallToken(token, "s");

        // Then
        given().header("callToken", callToken)
                .get("/v3/call_tokens")
                .then()
                .statusCode(200)
                .body("data.payload.data.user.uid", equalTo(uid))
                .body("data.payload.data.user.name", equalTo("Ada Lovelace"))
                .body("data.payload.data.user.avatar", equalTo("https://pictures.example/ada"));
        server().get("/v3/users/{uid}", uid).then().statusCode(200).body("data.name", equalTo("Ada Lovelace"));
    }

    @Test
    void followsTheNameAndKeepsWhatATokenDoesNotSay() {
        // Given
        String uid = newUid();
        me(token(uid).claim("name", null)).then().body("data.name", equalTo(uid));

        // When
        Response named = me(token(uid).claim("name", "Ada"));
        Response unnamed = me(token(uid).claim("name", null));

        // Then
        named.then().statusCode(200).body("data.name", equalTo("Ada"));
        unnamed.then().statusCode(200).body("data.name", equalTo("Ada"));
    }

    @Test
    void tellsTheOtherServicesWhoTheUserIsOnlyWhenThatIsNew() {
        // Given
        String uid = newUid();
        try (OtherApplication other = new OtherApplication(kafka, topicPrefix, json)) {
            // When
            me(token(uid));
            me(token(uid));
            me(token(uid).claim("name", "Countess"));

            // Then
            Awaitility.await()
                    .untilAsserted(() -> assertThat(other.historyOf(uid))
                            .containsExactly(new User(uid, "Ada Lovelace", null), new User(uid, "Countess", null)));
        }
    }

    @Test
    void meetsANewUserOnManyDevicesAtOnce() {
        // Given
        String token = token(newUid()).sign();

        // When
        List<CompletableFuture<Integer>> answers = Stream.generate(() -> CompletableFuture.supplyAsync(
                        () -> given().header("authToken", token).get("/v3/me").statusCode()))
                .limit(8)
                .toList();

        // Then
        assertThat(answers).extracting(CompletableFuture::join).containsOnly(200);
    }

    @Test
    void goesOnTakingItsOwnTokens() {
        // Given
        String uid = createUser();

        // When
        Response answer = given().header("authToken", createAuthToken(uid)).get("/v3/me");

        // Then
        answer.then().statusCode(200).body("data.uid", equalTo(uid));
    }

    @Test
    void provesTheUserToServicesThatKnowAuthTokensByKafka() {
        // Given
        String uid = newUid();

        // When
        Response answer = given().header("authToken", token(uid).sign()).get("/test/who-am-i");

        // Then
        answer.then().statusCode(200).body("data", equalTo(uid));
    }

    /** Tokens with many groups have a few KB. */
    @Test
    void takesLargeTokens() {
        // Given
        TestTokenBuilder token = token(newUid()).claim("groups", Collections.nCopies(500, "a-group-name"));
        assertThat(token.sign()).hasSizeGreaterThan(8000);

        // When / Then
        me(token).then().statusCode(200);
    }

    @Test
    void saysWhatIsWrongWithAToken() {
        me(token("ada").audience("mail"))
                .then()
                .statusCode(401)
                .body("error.code", equalTo("AUTH_ERR_AUTH_TOKEN_NOT_FOUND"))
                .body("error.message", containsString("'aud'"));
        me(token("ada")
                        .issuedAt(Instant.now().minusSeconds(600))
                        .expiresAt(Instant.now().minusSeconds(60)))
                .then()
                .statusCode(401)
                .body("error.code", equalTo("AUTH_ERR_TOKEN_EXPIRED"));
        me(token("../ada"))
                .then()
                .statusCode(403)
                .body("error.code", equalTo("AUTH_ERR_NO_ACCESS"))
                .body("error.message", containsString("claim 'sub'"));
    }

    private TestTokenBuilder token(String uid) {
        return TestIssuer.token(issuer, key).claim("sub", uid);
    }

    private static Response me(TestTokenBuilder token) {
        return given().header("authToken", token.sign()).get("/v3/me");
    }
}
