package io.directcall.events.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A machine with a network of its own, as a namespace of Linux, joined to this one by a cable that can be pulled out. Needs root. The
 * addresses are of the range that is set apart for tests of networks (RFC 2544).
 */
public final class OtherMachine implements AutoCloseable {
    private static final String HERE = "198.18.77.1";
    private static final String THERE = "198.18.77.2";
    private static final int NAME = 8;

    private final String name;
    private Process client;

    private OtherMachine(String name) {
        this.name = name;
    }

    /**
     * Makes one.
     *
     * @throws IOException when this process may not, with what was said
     */
    public static OtherMachine start() throws IOException {
        String id = Long.toHexString(ProcessHandle.current().pid() ^ System.nanoTime());
        var machine = new OtherMachine("dc" + id.substring(Math.max(0, id.length() - NAME)));
        try {
            machine.build();
            return machine;
        } catch (IOException e) {
            machine.close();
            throw e;
        }
    }

    private void build() throws IOException {
        ip("netns", "add", name);
        ip("link", "add", name, "type", "veth", "peer", "name", "cable", "netns", name);
        ip("addr", "add", HERE + "/30", "dev", name);
        ip("link", "set", name, "up");
        ip("-n", name, "addr", "add", THERE + "/30", "dev", "cable");
        ip("-n", name, "link", "set", "cable", "up");
    }

    /** Opens a stream of the service under test from there, and writes it to a file. */
    public void openStream(String pathAndQuery, String callToken, int port, Path file) throws IOException {
        client = new ProcessBuilder(
                        "ip",
                        "netns",
                        "exec",
                        name,
                        "curl",
                        "--silent",
                        "--no-buffer",
                        "--noproxy",
                        "*",
                        "--header",
                        "callToken: " + callToken,
                        "http://" + HERE + ":" + port + pathAndQuery)
                .redirectErrorStream(true)
                .redirectOutput(file.toFile())
                .start();
    }

    /** From now on nothing arrives on either side, and nobody is told. */
    public void pullOutTheCable() throws IOException {
        ip("-n", name, "link", "set", "cable", "down");
    }

    /** Whether its client still believes in its connection. */
    public boolean isListening() {
        return client.isAlive();
    }

    private static void ip(String... arguments) throws IOException {
        List<String> command = java.util.stream.Stream.concat(
                        java.util.stream.Stream.of("ip"), java.util.stream.Stream.of(arguments))
                .toList();
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IOException(command + ": " + said.strip());
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IOException(stop);
        }
    }

    @Override
    public void close() throws IOException {
        if (client != null) {
            client.destroyForcibly();
        }
        // The cable goes with the machine that it leads to.
        new ProcessBuilder("ip", "netns", "del", name).start().onExit().join();
    }
}
