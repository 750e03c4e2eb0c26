package io.directcall.token.identity;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** A Keycloak of the test's own, with the realm of {@code keycloak-realm.json}; Maven has unpacked it. */
public final class KeycloakResource implements QuarkusTestResourceLifecycleManager {
    private static final Path HOME = Path.of(System.getProperty("keycloak.home", "none"));
    /** Its first start builds it anew, which takes a minute and more on a busy machine. */
    private static final Duration START = Duration.ofMinutes(6);

    private Process process;

    @Override
    public Map<String, String> start() {
        try {
            int port = freePort();
            importRealm();
            process = run(port);
            String issuer = "http://127.0.0.1:" + port + "/realms/calls";
            Awaitility.await()
                    .atMost(START)
                    .pollInterval(Duration.ofMillis(300))
                    .ignoreExceptionsInstanceOf(IOException.class)
                    .failFast("Keycloak ended, see target/keycloak.log", () -> !process.isAlive())
                    .until(() -> answers(issuer));
            return Map.of("directcall.oidc.issuer", issuer, "directcall.oidc.audience", "direct-call");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void importRealm() throws IOException {
        Path folder = Files.createDirectories(HOME.resolve("data/import"));
        try (InputStream realm =
                Objects.requireNonNull(KeycloakResource.class.getResourceAsStream("/keycloak-realm.json"))) {
            Files.copy(realm, folder.resolve("realm.json"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** In the script's place runs the server itself after a moment, so the process is the server. */
    private static Process run(int port) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        "bash",
                        HOME.resolve("bin/kc.sh").toString(),
                        "start-dev",
                        "--http-host=127.0.0.1",
                        "--http-port=" + port,
                        "--db=dev-mem",
                        "--cache=local",
                        "--import-realm"))
                .redirectErrorStream(true)
                .redirectOutput(new File("target/keycloak.log"));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("JAVA_OPTS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx512m");
        return builder.start();
    }

    private static boolean answers(String issuer) throws IOException {
        HttpURLConnection connection = (HttpURLConnection)
                URI.create(issuer + "/.well-known/openid-configuration").toURL().openConnection();
        try {
            return connection.getResponseCode() == 200;
        } finally {
            connection.disconnect();
        }
    }

    @Override
    public void stop() {
        if (process == null) {
            return;
        }
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
