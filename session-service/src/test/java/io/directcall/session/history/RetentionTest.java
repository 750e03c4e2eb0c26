package io.directcall.session.history;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import io.directcall.session.testing.Client;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(RetentionTest.ThirtyDays.class)
class RetentionTest {
    @Inject
    Pool database;

    @BeforeAll
    static void tokens() {
        Client.newTokens();
    }

    @Test
    void callsThatEndedLongAgoGoAndTheOthersStay() {
        // Given
        String old = ended();
        String recent = ended();
        String running = "kept-" + UUID.randomUUID();
        Client.of(running, "anna").joined();

        // When
        database.preparedQuery("update calls set ended_at = ended_at - interval '31 days' where session_id = $1")
                .execute(Tuple.of(old))
                .await()
                .indefinitely();

        // Then
        await().atMost(20, SECONDS).untilAsserted(() -> History.call(old).statusCode(404));
        History.call(recent).statusCode(200);
        History.call(running).statusCode(200);
    }

    private static String ended() {
        String session = "kept-" + UUID.randomUUID();
        Client.of(session, "anna").joined();
        Client.server().delete("/v3/sessions/" + session).then().statusCode(204);
        return session;
    }

    /** What is older than thirty days is removed at once. */
    public static final class ThirtyDays implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "directcall.history.retention", "30d",
                    "directcall.history.sweep-interval", "0.2s",
                    "directcall.timers.start-pause", "0s");
        }
    }
}
