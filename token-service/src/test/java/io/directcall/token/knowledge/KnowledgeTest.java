package io.directcall.token.knowledge;

import static io.directcall.token.Api.createAuthToken;
import static io.directcall.token.Api.createUser;
import static io.directcall.token.Api.server;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.directcall.contracts.user.User;
import io.directcall.service.ServiceConfig;
import io.directcall.service.test.EventLoopWatch;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What other applications know of users and auth tokens, and how soon. */
@QuarkusTest
@ExtendWith(EventLoopWatch.class)
class KnowledgeTest {
    @Inject
    ServiceConfig config;

    @Inject
    ObjectMapper json;

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> kafka;

    private OtherApplication other;

    @BeforeEach
    void startAnotherApplication() {
        other = new OtherApplication(kafka, config.topicPrefix().orElse(""), json);
    }

    @AfterEach
    void stop() {
        other.close();
    }

    @Test
    void aNewTokenWorksElsewhereAtOnce() {
        // Given
        String uid = createUser();
        double[] millis = new double[50];

        for (int i = 0; i < millis.length; i++) {
            // When
            long asked = System.nanoTime();
            String token = createAuthToken(uid);

            // Then
            assertThat(other.uidOf(token)).contains(uid);
            millis[i] = (System.nanoTime() - asked) / 1e6;
        }
        Arrays.sort(millis);
        System.out.printf(
                "from asking for an auth token until another application knows it: p50 %.1f ms, p90 %.1f ms, max %.1f ms%n",
                millis[24], millis[44], millis[49]);
    }

    @Test
    void aRevokedTokenStopsWithinASecond() {
        // Given
        String uid = createUser();
        String revoked = createAuthToken(uid);
        String kept = createAuthToken(uid);
        other.uidOf(revoked);
        other.uidOf(kept);

        // When
        server().delete("/v3/users/{uid}/auth_tokens/{token}", uid, revoked)
                .then()
                .statusCode(200);

        // Then
        await().atMost(Duration.ofSeconds(1)).until(() -> !other.knows(revoked));
        assertThat(other.knows(kept)).isTrue();
    }

    @Test
    void allTokensOfAUserCanBeRevoked() {
        // Given
        String uid = createUser();
        List<String> tokens = createTokens(uid, 3);

        // When
        server().delete("/v3/users/{uid}/auth_tokens", uid).then().statusCode(200);

        // Then
        await().atMost(Duration.ofSeconds(1)).until(() -> tokens.stream().noneMatch(other::knows));
        assertThat(other.historyOf(uid)).doesNotContainNull();
    }

    @Test
    void deletingAUserStopsAllItsTokens() {
        // Given
        String uid = createUser();
        List<String> tokens = createTokens(uid, 3);
        String stranger = createAuthToken(createUser());
        other.uidOf(stranger);

        // When
        server().delete("/v3/users/{uid}", uid).then().statusCode(200);

        // Then
        await().atMost(Duration.ofSeconds(1)).until(() -> tokens.stream().noneMatch(other::knows));
        assertThat(other.knows(stranger)).isTrue();
    }

    @Test
    void aTokenThatIsMadeWhileItsUserIsDeletedDoesNotStay() {
        // Given
        String uid = createUser();

        // When
        List<String> tokens = IntStream.range(0, 40)
                .parallel()
                .mapToObj(i -> i == 20 ? deleteUser(uid) : tryToCreateAuthToken(uid))
                .filter(Objects::nonNull)
                .toList();

        // Then
        String later = createAuthToken(createUser());
        await().until(() -> other.historyOf(uid).contains(null) && other.knows(later));
        await().atMost(Duration.ofSeconds(5)).until(() -> tokens.stream().noneMatch(other::knows));
    }

    @Test
    void tellsWhatBecomesOfAUser() {
        // Given
        String uid = createUser();
        String avatar = "https://pictures.example/" + uid;

        // When
        server().body(Map.of("name", "New")).put("/v3/users/{uid}", uid).then().statusCode(200);
        server().body(Map.of("avatar", "")).put("/v3/users/{uid}", uid).then().statusCode(200);
        server().delete("/v3/users/{uid}", uid).then().statusCode(200);
        server().body(Map.of("uid", uid, "name", "Again"))
                .post("/v3/users")
                .then()
                .statusCode(200);

        // Then
        await().untilAsserted(() -> assertThat(other.historyOf(uid))
                .containsExactly(
                        new User(uid, "Name of " + uid, avatar),
                        new User(uid, "New", avatar),
                        new User(uid, "New", null),
                        null,
                        new User(uid, "Again", null)));
    }

    @Test
    void tellsTheLastOfManyChangesAtOnceLast() {
        // Given
        String uid = createUser();

        // When
        IntStream.range(0, 24)
                .parallel()
                .forEach(i -> server().body(Map.of("name", "Name " + i))
                        .put("/v3/users/{uid}", uid)
                        .then()
                        .statusCode(200));

        // Then
        String name = server().get("/v3/users/{uid}", uid).path("data.name");
        await().untilAsserted(() -> assertThat(other.historyOf(uid)).hasSize(25));
        assertThat(other.historyOf(uid).getLast().name()).isEqualTo(name);
    }

    private List<String> createTokens(String uid, int count) {
        List<String> tokens =
                IntStream.range(0, count).mapToObj(i -> createAuthToken(uid)).toList();
        tokens.forEach(token -> assertThat(other.uidOf(token)).contains(uid));
        return tokens;
    }

    private static String deleteUser(String uid) {
        server().delete("/v3/users/{uid}", uid).then().statusCode(200);
        return null;
    }

    /** Null when the user is gone already. */
    private static String tryToCreateAuthToken(String uid) {
        var answer = server().post("/v3/users/{uid}/auth_tokens", uid);
        assertThat(answer.statusCode()).isIn(200, 404);
        return answer.path("data.authToken");
    }
}
