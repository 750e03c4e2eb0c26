package io.directcall.system.support;

import io.directcall.suite.process.Ports;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A real TURN server, Debian's coturn, on the loopback address. Relays to nothing else than that. */
public final class Coturn implements AutoCloseable {
    /** Debian's package. */
    private static final Path PROGRAM = Path.of("/usr/bin/turnserver");

    private static final long PATIENCE_S = 5;

    private final Process process;
    private final int port;

    private Coturn(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * Starts it and returns when it listens.
     *
     * @param dir for its configuration and log
     * @param secret that gives access
     */
    public static Coturn start(Path dir, String secret) throws IOException {
        int port = new Ports().free();
        Files.createDirectories(dir);
        Path config = dir.resolve("turnserver.conf");
        Files.write(config, settings(dir.toAbsolutePath(), port, secret));
        Process process = new ProcessBuilder(PROGRAM.toString(), "-c", config.toString())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.DISCARD)
                .start();
        Coturn coturn = new Coturn(process, port);
        Runtime.getRuntime().addShutdownHook(new Thread(coturn::close, "stop-coturn"));
        Waiting.within(20).until(() -> listens(port));
        return coturn;
    }

    private static List<String> settings(Path dir, int port, String secret) {
        return List.of(
                "listening-ip=127.0.0.1",
                "listening-port=" + port,
                "relay-ip=127.0.0.1",
                // Only the bridge's loopback address, and so nothing outside of this machine.
                "allow-loopback-peers",
                "denied-peer-ip=0.0.0.0-126.255.255.255",
                "denied-peer-ip=128.0.0.0-255.255.255.255",
                "realm=direct-call.test",
                "use-auth-secret",
                "static-auth-secret=" + secret,
                "no-cli",
                "no-tls",
                "no-dtls",
                "no-stdout-log",
                "log-file=" + dir.resolve("coturn.log"),
                "simple-log",
                "pidfile=" + dir.resolve("coturn.pid"),
                "userdb=" + dir.resolve("coturn.db"));
    }

    /** It takes TCP on the same port. */
    private static boolean listens(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    /** As browsers take it. */
    public String url() {
        return "turn:127.0.0.1:" + port + "?transport=udp";
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE_S, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
