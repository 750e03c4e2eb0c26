package io.directcall.token.identity;

import static io.directcall.token.Api.createCallToken;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Users that log in at a real identity provider. */
@QuarkusTest
@Tag("keycloak")
@TestProfile(KeycloakTest.WithKeycloak.class)
class KeycloakTest {
    /** Of {@code keycloak-realm.json}. */
    private static final String ADA = "6f1b3c52-9c2f-4d8e-8f57-2f0a6f0c9a11";

    /** Trusts a Keycloak. */
    public static final class WithKeycloak implements QuarkusTestProfile {
        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(KeycloakResource.class));
        }
    }

    @ConfigProperty(name = "directcall.oidc.issuer")
    String issuer;

    @Test
    void givesACallTokenToWhoLoggedInAtKeycloak() {
        // Given
        Awaitility.await().until(() -> given().get("/q/health/ready").statusCode() == 200);
        String accessToken = logIn("web-app").getString("access_token");

        // When
        String callToken = createCallToken(accessToken, "s");

        // Then
        given().header("callToken", callToken)
                .get("/v3/call_tokens")
                .then()
                .statusCode(200)
                .body("data.payload.data.user.uid", equalTo(ADA))
                .body("data.payload.data.user.name", equalTo("Ada Lovelace"));
    }

    @Test
    void takesNoTokenThatKeycloakMadeForSomethingElse() {
        // Given
        JsonPath tokens = logIn("web-app");
        String otherApp = logIn("other-app").getString("access_token");

        // When / Then
        assertRefused(otherApp, "'aud'");
        assertRefused(tokens.getString("id_token"), "'aud'");
        assertRefused(tokens.getString("refresh_token"), "'alg'");
    }

    private JsonPath logIn(String client) {
        return given().formParam("grant_type", "password")
                .formParam("client_id", client)
                .formParam("username", "ada")
                .formParam("password", "correct horse")
                .formParam("scope", "openid")
                .post(issuer + "/protocol/openid-connect/token")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static void assertRefused(String token, String reason) {
        Response answer = given().header("authToken", token).get("/v3/me");
        answer.then().statusCode(401).body("error.message", containsString(reason));
    }
}
