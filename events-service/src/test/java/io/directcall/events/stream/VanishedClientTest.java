package io.directcall.events.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.directcall.contracts.presence.PresenceEvent.SubscriberConnected;
import io.directcall.contracts.presence.PresenceEvent.SubscriberGone;
import io.directcall.events.testing.OtherMachine;
import io.directcall.events.testing.PresenceLog;
import io.directcall.events.testing.SmallLimits;
import io.directcall.events.testing.Streams;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A client whose machine vanishes: no packet says that its connection is over. */
@QuarkusTest
@TestProfile(SmallLimits.class)
@EnabledOnOs(OS.LINUX)
class VanishedClientTest {
    private final String session = Streams.newSession();

    @Inject
    ObjectMapper json;

    @Inject
    Vertx vertx;

    @Test
    void theTransportCanTellHowLongNothingWasAcknowledged() {
        assertThat(vertx.isNativeTransportEnabled())
                .as("%s", vertx.unavailableNativeTransportCause())
                .isTrue();
    }

    @Test
    void isNoticedByTheHeartbeatsThatItDoesNotAcknowledge(@TempDir Path folder) throws IOException {
        // Given
        Path received = folder.resolve("stream");
        try (Streams streams = new Streams();
                PresenceLog presence = new PresenceLog(json);
                OtherMachine machine = otherMachine()) {
            URI uri = Streams.uri(session, "?participantId=p-ada");
            machine.openStream(
                    uri.getRawPath() + "?" + uri.getRawQuery(), streams.token(session, "ada"), uri.getPort(), received);
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> Files.readString(received).contains(": heartbeat"));
            await().until(() -> presence.of(session).stream().anyMatch(SubscriberConnected.class::isInstance));

            // When
            machine.pullOutTheCable();

            // Then
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> presence.of(session).stream().anyMatch(SubscriberGone.class::isInstance));
            assertThat(machine.isListening()).isTrue();
        }
    }

    private static OtherMachine otherMachine() {
        try {
            return OtherMachine.start();
        } catch (IOException refused) {
            return abort("no network of its own can be made here: " + refused.getMessage());
        }
    }
}
