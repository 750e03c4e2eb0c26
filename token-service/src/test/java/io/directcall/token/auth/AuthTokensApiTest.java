package io.directcall.token.auth;

import static io.directcall.token.Api.createAuthToken;
import static io.directcall.token.Api.createUser;
import static io.directcall.token.Api.server;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.agroal.api.AgroalDataSource;
import io.directcall.service.test.EventLoopWatch;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EventLoopWatch.class)
class AuthTokensApiTest {
    @Inject
    AgroalDataSource database;

    @Test
    void createsATokenWithOrWithoutForce() {
        // Given
        String uid = createUser();

        // When
        Response answer = server().body(Map.of("force", true)).post("/v3/users/{uid}/auth_tokens", uid);

        // Then
        answer.then().statusCode(200).body("data.uid", equalTo(uid));
        assertThat(answer.<String>path("data.authToken")).isNotEqualTo(createAuthToken(uid));
    }

    @Test
    void storesNoTokenInClear() throws SQLException {
        // Given
        String authToken = createAuthToken(createUser());

        // When
        boolean found = anyRowContains(authToken);

        // Then
        assertThat(found).isFalse();
        assertThat(anyRowContains(authToken.substring(0, 12))).isTrue();
    }

    @Test
    void listsTokensByTheirFirstCharacters() {
        // Given
        String uid = createUser();
        String first = createAuthToken(uid);
        String second = createAuthToken(uid);

        // When
        Response answer = server().get("/v3/users/{uid}/auth_tokens", uid);

        // Then
        answer.then().statusCode(200).body("data", hasSize(2)).body("meta.pagination.total", equalTo(2));
        assertThat(answer.jsonPath().getList("data.authToken", String.class))
                .containsExactlyInAnyOrder(first.substring(0, 12), second.substring(0, 12));
    }

    @Test
    void showsATokenByEitherName() {
        // Given
        String uid = createUser();
        String authToken = createAuthToken(uid);

        // When
        Response whole = server().get("/v3/users/{uid}/auth_tokens/{token}", uid, authToken);
        Response prefix = server().get("/v3/users/{uid}/auth_tokens/{token}", uid, authToken.substring(0, 12));

        // Then
        whole.then().statusCode(200).body("data.authToken", equalTo(authToken.substring(0, 12)));
        prefix.then().statusCode(200).body("data.authToken", equalTo(authToken.substring(0, 12)));
    }

    @Test
    void revokesOneTokenAndNoOther() {
        // Given
        String uid = createUser();
        String revoked = createAuthToken(uid);
        String kept = createAuthToken(uid);

        // When
        Response answer = server().delete("/v3/users/{uid}/auth_tokens/{token}", uid, revoked);

        // Then
        answer.then().statusCode(200);
        assertThat(statusOfUse(revoked)).isEqualTo(401);
        assertThat(statusOfUse(kept)).isEqualTo(200);
    }

    @Test
    void revokesATokenThatAListNamed() {
        // Given
        String uid = createUser();
        String authToken = createAuthToken(uid);

        // When
        Response answer = server().delete("/v3/users/{uid}/auth_tokens/{token}", uid, authToken.substring(0, 12));

        // Then
        answer.then().statusCode(200);
        assertThat(statusOfUse(authToken)).isEqualTo(401);
    }

    @Test
    void revokesAllTokensOfAUser() {
        // Given
        String uid = createUser();
        String first = createAuthToken(uid);
        String second = createAuthToken(uid);

        // When
        Response answer = server().delete("/v3/users/{uid}/auth_tokens", uid);

        // Then
        answer.then().statusCode(200);
        assertThat(statusOfUse(first)).isEqualTo(401);
        assertThat(statusOfUse(second)).isEqualTo(401);
    }

    @Test
    void doesNotRevokeAnotherUsersToken() {
        // Given
        String authToken = createAuthToken(createUser());

        // When
        Response answer = server().delete("/v3/users/{uid}/auth_tokens/{token}", createUser(), authToken);

        // Then
        answer.then().statusCode(404).body("error.code", equalTo("ERR_AUTH_TOKEN_NOT_FOUND"));
        assertThat(statusOfUse(authToken)).isEqualTo(200);
    }

    @Test
    void refusesABodyOfWrongTypes() {
        // When
        Response answer = server().body("{\"force\":\"yes\"}").post("/v3/users/{uid}/auth_tokens", createUser());

        // Then
        answer.then().statusCode(400).body("error.message", equalTo("The field 'force' must be true or false."));
    }

    private static int statusOfUse(String authToken) {
        return given().header("authToken", authToken)
                .contentType("application/json")
                .body(Map.of("sessionId", "s"))
                .post("/v3/call_tokens")
                .statusCode();
    }

    private boolean anyRowContains(String text) throws SQLException {
        String query = "select 1 from auth_tokens t where t::text like ? or encode(hash, 'escape') like ?";
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, "%" + text.replace("_", "\\_") + "%");
            statement.setString(2, "%" + text.replace("_", "\\_") + "%");
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }
}
