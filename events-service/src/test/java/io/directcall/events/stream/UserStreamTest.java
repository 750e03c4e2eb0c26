package io.directcall.events.stream;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.directcall.contracts.apikey.ApiKeyScope;
import io.directcall.events.testing.SmallLimits;
import io.directcall.events.testing.SseClient;
import io.directcall.events.testing.SseEvent;
import io.directcall.events.testing.Streams;
import io.directcall.service.test.TestApiKeys;
import io.directcall.service.test.TestAuthTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(SmallLimits.class)
class UserStreamTest {
    private static final int MORE_THAN_IN_MEMORY = SmallLimits.MEMORY_EVENTS * 3;

    private static Streams streams;
    private static TestAuthTokens tokens;

    private final String alice = Streams.newUser();
    private final String token = tokens.token(alice);

    @BeforeAll
    static void start() {
        streams = new Streams();
        tokens = TestAuthTokens.start();
    }

    @BeforeEach
    void awaitTokens() {
        await().until(() -> given().get("/q/health/ready").statusCode() == 200);
    }

    @AfterAll
    static void stop() {
        streams.close();
    }

    @Test
    void beginsWithWhatRingsAlreadyAndGoesOn() {
        // Given
        long offset = streams.log().user(alice, incoming(1)).offset();
        // When
        try (SseClient phone = open("")) {
            streams.log().user(alice, cancelled(2));
            // Then
            List<SseEvent> events = phone.awaitEvents(2);
            assertThat(events).first().isEqualTo(new SseEvent(Long.toString(offset + 1), "IncomingCall", incoming(1)));
            assertThat(events).extracting(SseEvent::data).containsExactly(incoming(1), cancelled(2));
        }
    }

    @Test
    void reachesAllDevicesOfTheUserAndNobodyElse() {
        // Given
        String bob = Streams.newUser();
        try (SseClient phone = open("");
                SseClient laptop = SseClient.openWithAuthToken(Streams.userUri(alice, ""), tokens.token(alice));
                SseClient other = SseClient.openWithAuthToken(Streams.userUri(bob, ""), tokens.token(bob))) {
            // When
            streams.log().user(alice, incoming(1));
            streams.log().user(bob, cancelled(1));
            // Then
            assertThat(phone.awaitEvents(1)).extracting(SseEvent::data).containsExactly(incoming(1));
            assertThat(laptop.awaitEvents(1)).extracting(SseEvent::data).containsExactly(incoming(1));
            assertThat(other.awaitEvents(1)).extracting(SseEvent::data).containsExactly(cancelled(1));
        }
    }

    @Test
    void goesOnAfterTheLastEventAlsoWhenMemoryIsTooShort() {
        // Given
        streams.log().user(alice, incoming(1));
        String id;
        try (SseClient phone = open("")) {
            id = phone.awaitEvents(1).get(0).id();
        }
        List<String> missed = IntStream.range(2, 2 + MORE_THAN_IN_MEMORY)
                .mapToObj(UserStreamTest::incoming)
                .toList();
        missed.forEach(event -> streams.log().user(alice, event));
        // When
        try (SseClient back = open("?cursor=1", "Last-Event-ID", id)) {
            // Then
            assertThat(back.awaitEvents(missed.size()))
                    .extracting(SseEvent::data)
                    .containsExactlyElementsOf(missed);
        }
    }

    @Test
    void beginsAtTheCursor() {
        // Given
        streams.log().user(alice, incoming(1));
        long later = System.currentTimeMillis() + 3_600_000;
        try (SseClient laptop = open("")) {
            laptop.awaitEvents(1);
            // When
            try (SseClient phone = open("?cursor=" + later)) {
                streams.log().user(alice, cancelled(2));
                // Then
                assertThat(phone.awaitEvents(1)).extracting(SseEvent::data).containsExactly(cancelled(2));
            }
        }
    }

    @Test
    void aSilentStreamHasAHeartbeat() {
        try (SseClient phone = open("")) {
            await().until(() -> phone.comments().contains("heartbeat"));
        }
    }

    @Test
    void endsWhenTheTokenIsRevokedAndTheOthersGoOn() {
        // Given
        try (SseClient phone = open("");
                SseClient laptop = SseClient.openWithAuthToken(Streams.userUri(alice, ""), tokens.token(alice))) {
            // When
            tokens.revoke(token);
            // Then
            assertThat(phone.awaitEnd()).extracting(SseEvent::data).containsExactly("{\"reason\":\"token-revoked\"}");
            assertThat(phone.lastEventId()).doesNotContain("end");
            streams.log().user(alice, incoming(1));
            assertThat(laptop.awaitEvents(1)).hasSize(1);
            refused(given().header("authToken", token), 401, "AUTH_ERR_AUTH_TOKEN_NOT_FOUND");
        }
    }

    @Test
    void isRefusedWithoutTokenOrWithAnUnknownOne() {
        refused(given(), 401, "AUTH_ERR_EMPTY_AUTH_TOKEN");
        refused(given().header("authToken", TestAuthTokens.unpublished()), 401, "AUTH_ERR_AUTH_TOKEN_NOT_FOUND");
        refused(given().header("authToken", "nonsense"), 401, "AUTH_ERR_AUTH_TOKEN_NOT_FOUND");
    }

    @Test
    void isRefusedToOtherUsers() {
        refused(given().header("authToken", tokens.token(Streams.newUser())), 403, "AUTH_ERR_NO_ACCESS");
    }

    @Test
    void isRefusedToAnAuthOnlyKeyAndEndsWhenTheKeyThatOpenedItIsRevoked() {
        // Given
        TestApiKeys keys = TestApiKeys.start();
        String authOnly = keys.key(ApiKeyScope.AUTH_ONLY);
        String fullAccess = keys.key(ApiKeyScope.FULL_ACCESS);
        await().untilAsserted(() ->
                refused(given().header("apikey", authOnly).header("onBehalfOf", alice), 403, "AUTH_ERR_NO_ACCESS"));
        await().untilAsserted(() ->
                refused(given().header("apikey", fullAccess).header("onBehalfOf", "bob"), 403, "AUTH_ERR_NO_ACCESS"));
        try (SseClient server = SseClient.openWithApiKey(Streams.userUri(alice, ""), fullAccess, alice)) {
            streams.log().user(alice, incoming(1));
            assertThat(server.awaitEvents(1)).hasSize(1);
            // When
            keys.revoke(fullAccess);
            // Then
            assertThat(server.awaitEnd()).last().extracting(SseEvent::data).isEqualTo("{\"reason\":\"token-revoked\"}");
        }
    }

    @Test
    void isRefusedWithAnIdOfASessionsStream() {
        given().header("authToken", token)
                .header("Last-Event-ID", "1-2")
                .get("/v3/users/{uid}/events", alice)
                .then()
                .statusCode(400)
                .body("error.message", containsString("Last-Event-ID"));
    }

    @Test
    void takesNoOtherMethod() {
        given().header("authToken", token)
                .delete("/v3/users/{uid}/events", alice)
                .then()
                .statusCode(405);
    }

    private SseClient open(String query, String... headers) {
        return SseClient.openWithAuthToken(Streams.userUri(alice, query), token, headers);
    }

    private void refused(RequestSpecification request, int status, String code) {
        request.get("/v3/users/{uid}/events", alice)
                .then()
                .statusCode(status)
                .contentType("application/json")
                .body("error.code", equalTo(code));
    }

    private static String incoming(int seq) {
        return "{\"type\":\"IncomingCall\",\"seq\":" + seq + "}";
    }

    private static String cancelled(int seq) {
        return "{\"type\":\"CallCancelled\",\"seq\":" + seq + "}";
    }
}
