package io.directcall.suite.process;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;

/**
 * Finds ports that nobody uses, below the range that the kernel hands out for outgoing connections: a port from that range could be taken
 * while the part that owns it starts again. Never gives the same port twice.
 */
public final class Ports {
    private static final int LOWEST = 20_000;
    private static final int USUAL_EPHEMERAL_START = 32_768;
    private static final Path EPHEMERAL = Path.of("/proc/sys/net/ipv4/ip_local_port_range");

    private final Set<Integer> given = new HashSet<>();
    private final int highest;
    private int next;

    public Ports() {
        this(ephemeralStart() - 1, new Random());
    }

    /** Starts at a random place, so that two suites that start at the same time rarely meet. */
    Ports(int highest, Random random) {
        this.highest = highest;
        this.next = LOWEST + random.nextInt(highest - LOWEST + 1);
    }

    /** A port that is free for TCP and UDP. */
    public synchronized int free() {
        for (int tries = 0; tries <= highest - LOWEST; tries++) {
            int port = next;
            next = next >= highest ? LOWEST : next + 1;
            if (!given.contains(port) && isFree(port)) {
                given.add(port);
                return port;
            }
        }
        throw new IllegalStateException("No port between " + LOWEST + " and " + highest + " is free on this machine.");
    }

    /** Whether a part could listen on this port of the loopback address, or of all addresses. */
    public static boolean isFree(int port) {
        try (ServerSocket tcp = new ServerSocket();
                DatagramSocket udp = new DatagramSocket(null)) {
            // As servers do: without it a port stays taken for a minute after its last connection.
            tcp.setReuseAddress(true);
            tcp.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            udp.bind(new InetSocketAddress(port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    private static int ephemeralStart() {
        try {
            String range = Files.readString(EPHEMERAL).trim();
            return ephemeralStart(Integer.parseInt(range.split("\\s+", 2)[0]));
        } catch (IOException | NumberFormatException unknown) {
            return USUAL_EPHEMERAL_START;
        }
    }

    /** Machines that were tuned for many connections have a range that leaves nothing below it: then there is no safe port to prefer. */
    static int ephemeralStart(int configured) {
        return configured > LOWEST + 1_000 ? configured : USUAL_EPHEMERAL_START;
    }
}
