package io.directcall.events.testing;

import static org.awaitility.Awaitility.await;

import io.directcall.contracts.session.Role;
import io.directcall.service.test.TestCallTokens;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;

/** The service under test, its Kafka and a signer of call tokens: one for all tests of a run of the application. */
public final class Streams implements AutoCloseable {
    private final EventLog log = new EventLog(property("kafka.bootstrap.servers"), property("directcall.topic-prefix"));
    private final TestCallTokens tokens =
            TestCallTokens.start(property("kafka.bootstrap.servers"), property("directcall.topic-prefix"));

    public Streams() {
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            try (SseClient first = SseClient.open(uri("first", ""), token("first", "u"))) {
                return first.response().statusCode() == 200;
            }
        });
    }

    public EventLog log() {
        return log;
    }

    public TestCallTokens tokens() {
        return tokens;
    }

    public String token(String sessionId, String uid) {
        return tokens.token(sessionId, uid, Role.PARTICIPANT);
    }

    public static String newSession() {
        return "s-" + UUID.randomUUID();
    }

    public static URI uri(String sessionId, String query) {
        return URI.create(
                "http://localhost:" + property("quarkus.http.port") + "/v3/sessions/" + sessionId + "/events" + query);
    }

    public static String newUser() {
        return "u-" + UUID.randomUUID();
    }

    public static URI userUri(String uid, String query) {
        return URI.create("http://localhost:" + property("quarkus.http.port") + "/v3/users/" + uid + "/events" + query);
    }

    /** Opens a stream of participant {@code p-<uid>}. */
    public SseClient open(String sessionId, String uid, String query, String... headers) {
        return SseClient.open(participantUri(sessionId, uid, query), token(sessionId, uid), headers);
    }

    /** As above, by HTTP/2. */
    public SseClient openHttp2(String sessionId, String uid, String query, String... headers) {
        return SseClient.openHttp2(participantUri(sessionId, uid, query), token(sessionId, uid), headers);
    }

    private static URI participantUri(String sessionId, String uid, String query) {
        return uri(sessionId, "?participantId=p-" + uid + query);
    }

    public static String property(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }

    @Override
    public void close() {
        log.close();
    }
}
