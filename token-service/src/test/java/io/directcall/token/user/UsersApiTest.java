package io.directcall.token.user;

import static io.directcall.token.Api.createAuthToken;
import static io.directcall.token.Api.createUser;
import static io.directcall.token.Api.newUid;
import static io.directcall.token.Api.server;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.directcall.service.test.EventLoopWatch;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@ExtendWith(EventLoopWatch.class)
class UsersApiTest {
    @Test
    void createsAUser() {
        // Given
        String uid = newUid();

        // When
        Response answer = server().body(Map.of("uid", uid, "name", "Zoë 😀", "avatar", "https://a.example/z.png"))
                .post("/v3/users");

        // Then
        answer.then()
                .statusCode(200)
                .body("data.uid", equalTo(uid))
                .body("data.name", equalTo("Zoë 😀"))
                .body("data.avatar", equalTo("https://a.example/z.png"))
                .body("data.createdAt", greaterThan(1_700_000_000))
                .body("data.updatedAt", greaterThan(1_700_000_000));
    }

    @Test
    void showsAUserUnderTheAliasOfThePathToo() {
        // Given
        String uid = createUser();

        // When
        Response answer = server().get("/v3.0/users/{uid}", uid);

        // Then
        answer.then().statusCode(200).body("data.uid", equalTo(uid));
    }

    @Test
    void refusesAUidThatIsTaken() {
        // Given
        String uid = createUser();

        // When
        Response answer = server().body(Map.of("uid", uid, "name", "Other")).post("/v3/users");

        // Then
        answer.then().statusCode(409).body("error.code", equalTo("ERR_UID_ALREADY_EXISTS"));
    }

    @Test
    void createsAUserOnceWhenAskedManyTimesAtOnce() {
        // Given
        Map<String, String> user = Map.of("uid", newUid(), "name", "Once");

        // When
        List<Integer> statuses = IntStream.range(0, 8)
                .parallel()
                .mapToObj(i -> server().body(user).post("/v3/users").statusCode())
                .sorted()
                .toList();

        // Then
        assertThat(statuses).containsExactly(200, 409, 409, 409, 409, 409, 409, 409);
    }

    @Test
    void changesWhatIsGivenAndLeavesTheRest() {
        // Given
        String uid = createUser();

        // When
        Response answer = server().body(Map.of("name", "New")).put("/v3/users/{uid}", uid);

        // Then
        answer.then()
                .statusCode(200)
                .body("data.name", equalTo("New"))
                .body("data.avatar", equalTo("https://pictures.example/" + uid));
    }

    @Test
    void removesAnAvatar() {
        // Given
        String uid = createUser();
        server().body(Map.of("avatar", "")).put("/v3/users/{uid}", uid).then().statusCode(200);

        // When
        Response answer = server().get("/v3/users/{uid}", uid);

        // Then
        answer.then().statusCode(200).body("data.avatar", nullValue());
    }

    @Test
    void deletesAUserAndItsAuthTokens() {
        // Given
        String uid = createUser();
        String authToken = createAuthToken(uid);
        server().delete("/v3/users/{uid}", uid).then().statusCode(200).body("data.success", equalTo(true));

        // When
        Response answer = given().header("authToken", authToken)
                .contentType("application/json")
                .body(Map.of("sessionId", "s"))
                .post("/v3/call_tokens");

        // Then
        answer.then().statusCode(401).body("error.code", equalTo("AUTH_ERR_AUTH_TOKEN_NOT_FOUND"));
    }

    @ParameterizedTest
    @CsvSource({"GET,", "PUT,", "DELETE,", "GET,/auth_tokens", "POST,/auth_tokens", "DELETE,/auth_tokens"})
    void knowsNoUserThatWasNotCreated(String method, String below) {
        // Given
        String path = "/v3/users/" + newUid() + (below == null ? "" : below);

        // When
        Response answer = server().body("{}").request(method, path);

        // Then
        answer.then().statusCode(404).body("error.code", equalTo("ERR_UID_NOT_FOUND"));
    }

    @Test
    void listsPages() {
        // Given
        IntStream.range(0, 3).forEach(i -> createUser());

        // When
        Response answer = server().get("/v3/users?page=2&perPage=1");

        // Then
        answer.then()
                .statusCode(200)
                .body("data", hasSize(1))
                .body("meta.pagination.current_page", equalTo(2))
                .body("meta.pagination.per_page", equalTo(1))
                .body("meta.pagination.count", equalTo(1))
                .body("meta.pagination.total", greaterThan(2));
    }

    @Test
    void listsAnEmptyPageBeyondTheLast() {
        // When
        Response answer = server().get("/v3/users?page=1000000&perPage=1000");

        // Then
        answer.then().statusCode(200).body("data", hasSize(0));
    }
}
