package io.directcall.bridge.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.directcall.bridge.BridgeOptions;
import io.directcall.bridge.DevBridge;
import io.directcall.bridge.client.TestChannel;
import io.directcall.bridge.conference.ExpiryRules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;

/**
 * The bridge that the contract suite runs against: the one at {@code -Dbridge.url=http://host:port} (a real Jitsi
 * Videobridge, say), by default a development bridge in this process.
 */
final class BridgeUnderTest {
    /** Longer than any bridge takes to call an endpoint inactive: Jitsi Videobridge 15 s when it never connected, else 8 s. */
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final String URL_PROPERTY = "bridge.url";
    private static URI uri;

    private BridgeUnderTest() {}

    static synchronized URI uri() {
        if (uri == null) {
            String given = System.getProperty(URL_PROPERTY, "");
            uri = given.isEmpty() ? startDevelopmentBridge() : URI.create(given);
        }
        return uri;
    }

    /** Waits until a channel tells that an endpoint is heard or not; other endpoints and what was true before are passed over. */
    static void awaitStatus(TestChannel channel, String endpoint, boolean active) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        JsonNode status;
        do {
            status = channel.await("EndpointConnectivityStatusChangeEvent", PATIENCE);
            // A string: "false" in JSON would be another thing.
            assertThat(status.path("active").isTextual()).isTrue();
        } while (!isAbout(status, endpoint, active) && System.nanoTime() < end);
        assertThat(isAbout(status, endpoint, active)).as(status.toString()).isTrue();
    }

    private static boolean isAbout(JsonNode status, String endpoint, boolean active) {
        return status.path("endpoint").asText().equals(endpoint)
                && status.path("active").asText().equals(String.valueOf(active));
    }

    /** Ends with the JVM: all classes of the suite share it. */
    private static URI startDevelopmentBridge() {
        ExpiryRules quick =
                ExpiryRules.defaults().withFirstTransfer(Duration.ofSeconds(1)).withInactive(Duration.ofSeconds(1));
        try {
            DevBridge bridge =
                    new DevBridge(BridgeOptions.builder().expiry(quick).build()).start();
            Runtime.getRuntime().addShutdownHook(new Thread(bridge::close));
            return bridge.httpUri();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
