package io.directcall.session.webhook;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Tells two targets, which are one server: {@code app} hears of all at once, {@code guarded} only of ends, and its address is refused. It tells pages
 * of TURN servers as well: a profile of their own would cost one more start of the service.
 */
public final class Hooked implements QuarkusTestProfile {
    static final String OTHER_SECRET = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";

    @Override
    public Map<String, String> getConfigOverrides() {
        String url = "http://127.0.0.1:" + freePort();
        return Map.ofEntries(
                Map.entry("directcall.app-id", "my-app"),
                Map.entry("directcall.region", "eu"),
                Map.entry("directcall.webhooks.app.url", url + "/app"),
                Map.entry("directcall.webhooks.app.secret", Given.SECRET + "," + OTHER_SECRET),
                Map.entry("directcall.webhooks.app.allow-private", "true"),
                Map.entry("directcall.webhooks.guarded.url", url + "/guarded"),
                Map.entry("directcall.webhooks.guarded.secret", Given.SECRET),
                Map.entry("directcall.webhooks.guarded.triggers", "meeting_ended"),
                Map.entry("directcall.turn.urls", "stun:turn.example.com:3478,turn:turn.example.com:3478"),
                Map.entry("directcall.turn.secret", "the-secret-of-the-tests"));
    }

    /** Where the service under test posts to. */
    static int port() {
        String url = ConfigProvider.getConfig().getValue("directcall.webhooks.app.url", String.class);
        return java.net.URI.create(url).getPort();
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
