package io.directcall.infra;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Ports on loopback. */
final class Ports {

    private Ports() {}

    /** The wished port, when it is free; a free one when the wish is 0. */
    static int claim(String owner, int wish, String option) {
        if (wish == 0) {
            return free();
        }
        try (ServerSocket socket = new ServerSocket()) {
            // Connections of the run before may still be in TIME_WAIT; they don't keep the servers from listening.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wish));
            return wish;
        } catch (IOException e) {
            throw new InfraFailure(
                    "Port " + wish + ", which " + owner + " would use, is taken (" + e.getMessage()
                            + "): stop what listens there, or choose another port with " + option + ".",
                    e);
        }
    }

    /** Any free port. */
    static int free() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
