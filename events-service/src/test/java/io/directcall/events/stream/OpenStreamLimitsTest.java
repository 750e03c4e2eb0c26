package io.directcall.events.stream;

import static io.directcall.events.testing.EventLog.joined;
import static io.directcall.events.testing.EventLog.left;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.directcall.contracts.apikey.ApiKeyScope;
import io.directcall.contracts.topic.Topic;
import io.directcall.events.testing.SmallLimits;
import io.directcall.events.testing.SseClient;
import io.directcall.events.testing.Streams;
import io.directcall.events.testing.UnreadStream;
import io.directcall.service.test.TestApiKeys;
import io.directcall.service.test.TestAuthTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How many streams may be open, and what makes room again. */
@QuarkusTest
@TestProfile(SmallLimits.class)
class OpenStreamLimitsTest {
    private static Streams streams;

    private final String session = Streams.newSession();
    private final String uid = Streams.newUser();
    private final List<SseClient> opened = new ArrayList<>();

    @BeforeAll
    static void start() {
        streams = new Streams();
    }

    @AfterAll
    static void stop() {
        streams.close();
    }

    @AfterEach
    void close() {
        opened.forEach(SseClient::close);
    }

    @Test
    void aUserHasSoManyByCallAndAuthTokenTogether() {
        // Given
        String authToken = TestAuthTokens.start().token(uid);
        keep(SseClient.openWithAuthToken(Streams.userUri(uid, ""), authToken));
        open(SmallLimits.STREAMS_PER_USER - 1);

        // When
        SseClient oneMore = open();
        SseClient another = keep(SseClient.openWithAuthToken(Streams.userUri(uid, ""), authToken));

        // Then
        assertThat(oneMore.response().statusCode()).isEqualTo(429);
        assertThat(oneMore.response().headers().firstValue("Retry-After")).hasValue("10");
        assertThat(another.response().statusCode()).isEqualTo(429);
        assertThat(keep(streams.open(session, "somebody-else", "")).response().statusCode())
                .isEqualTo(200);
    }

    @Test
    void anAddressHasSoManyAndProxiesAreSeenThrough() {
        // Given
        String crowded = "2001:db8:" + Integer.toHexString(UUID.randomUUID().hashCode() & 0xffff) + ":1::";
        for (int i = 0; i < SmallLimits.STREAMS_PER_ADDRESS; i++) {
            assertThat(openFrom(crowded + Integer.toHexString(i + 1), "u" + i)).isEqualTo(200);
        }

        // When
        int sameNetwork = openFrom("198.51.100.7, " + crowded + "ffff", "one-more");
        int elsewhere = openFrom(crowded + "1, 198.51.100.7", "one-more");

        // Then
        assertThat(sameNetwork).isEqualTo(429);
        assertThat(elsewhere).isEqualTo(200);
    }

    @Test
    void theApplicationsServerMayOpenMore() {
        // Given
        String serverKey = TestApiKeys.start().key(ApiKeyScope.FULL_ACCESS);
        await().until(() -> keep(SseClient.openWithApiKey(Streams.userUri(uid, ""), serverKey, uid))
                        .response()
                        .statusCode()
                == 200);

        // When
        for (int i = 0; i <= SmallLimits.STREAMS_PER_USER; i++) {
            SseClient stream = keep(SseClient.openWithApiKey(Streams.userUri(uid, ""), serverKey, uid));

            // Then
            assertThat(stream.response().statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aClientThatGoesMakesRoom() {
        // Given
        open(SmallLimits.STREAMS_PER_USER);

        // When
        opened.getFirst().close();

        // Then
        awaitRoom();
    }

    @Test
    void aClientThatGoesByResettingItsHttp2StreamMakesRoom() {
        // Given
        open(SmallLimits.STREAMS_PER_USER - 1);
        SseClient last = streams.openHttp2(session, uid, "");
        assertThat(open().response().statusCode()).isEqualTo(429);

        // When
        last.close();

        // Then
        awaitRoom();
    }

    @Test
    void theServersEndMakesRoom() {
        // Given
        open(SmallLimits.STREAMS_PER_USER);

        // When
        streams.log().session(session, joined("p-" + uid));
        streams.log().session(session, left("p-" + uid));

        // Then
        opened.forEach(SseClient::awaitEnd);
        awaitRoom();
    }

    @Test
    void aClientThatIsCutOffMakesRoom() throws IOException {
        // Given
        open(SmallLimits.STREAMS_PER_USER - 1);
        try (Socket slow = openWithoutReading()) {
            await().until(() -> open().response().statusCode() == 429);
            String large = "{\"type\":\"E\",\"padding\":\"" + "x".repeat(100_000) + "\"}";

            // When
            for (int i = 0; i < 60; i++) {
                streams.log().publish(Topic.SESSION_EVENTS, session, large);
            }

            // Then: the socket is still open here
            awaitRoom();
            assertThat(slow.isClosed()).isFalse();
        }
    }

    /** Before Kafka has said where its stream starts. */
    @Test
    void aClientThatDoesNotWaitForTheAnswerMakesRoom() throws IOException {
        // When
        for (int i = 0; i < 2 * SmallLimits.STREAMS_PER_USER; i++) {
            openWithoutReading().close();
        }

        // Then
        awaitRoom();
    }

    @Test
    void aRefusedRequestTakesNoRoom() {
        // Given
        URI bad = Streams.uri(session, "?cursor=soon");
        for (int i = 0; i <= SmallLimits.STREAMS_PER_USER; i++) {
            SseClient.open(bad, streams.token(session, uid)).close();
        }

        // When
        open(SmallLimits.STREAMS_PER_USER);

        // Then
        assertThat(opened)
                .allSatisfy(one -> assertThat(one.response().statusCode()).isEqualTo(200));
    }

    private void awaitRoom() {
        await().atMost(Duration.ofSeconds(20)).until(() -> open().response().statusCode() == 200);
    }

    private void open(int count) {
        for (int i = 0; i < count; i++) {
            open();
        }
    }

    private SseClient open() {
        return keep(streams.open(session, uid, ""));
    }

    private int openFrom(String forwardedFor, String who) {
        return keep(streams.open(session, who, "", "X-Forwarded-For", forwardedFor))
                .response()
                .statusCode();
    }

    private SseClient keep(SseClient client) {
        opened.add(client);
        return client;
    }

    private Socket openWithoutReading() throws IOException {
        URI uri = Streams.uri(session, "?participantId=p-other&lastEventId=0-0");
        return UnreadStream.open(uri, streams.token(session, uid));
    }
}
