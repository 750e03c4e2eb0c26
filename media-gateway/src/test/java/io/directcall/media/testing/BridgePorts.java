package io.directcall.media.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;

/** Reserves the ports of the test's bridges before the service starts, and makes the service impatient. */
public final class BridgePorts implements QuarkusTestResourceLifecycleManager {
    static final String PORT = "test.bridge.port";
    /** Of a second bridge, which runs only in tests that start it. */
    static final String SPARE_PORT = "test.bridge.spare-port";

    @Override
    public Map<String, String> start() {
        int port = freePort();
        int spare = freePort();
        System.setProperty(PORT, String.valueOf(port));
        System.setProperty(SPARE_PORT, String.valueOf(spare));
        return Map.of(
                "directcall.bridges", "http://127.0.0.1:" + port + ",http://127.0.0.1:" + spare,
                "directcall.bridge.poll-interval", "200ms",
                // Tests restart the bridge under calls that others left behind, and want to use it at once.
                "directcall.bridge.quarantine", "0s",
                "directcall.bridge.retry-interval", "300ms",
                "directcall.bridge.connect-time", "3s",
                "directcall.bridge.reconcile-interval", "1s",
                "directcall.api-keys", "test-api-key",
                "directcall.auth-only-api-keys", "users-only-key");
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        System.clearProperty(PORT);
        System.clearProperty(SPARE_PORT);
    }
}
