package io.directcall.system.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Passes connections on to a server, and cuts them when it is told to; new ones pass again. */
final class Wire implements AutoCloseable {
    private final URI to;
    private final ServerSocket door;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    /** @param to where to, without TLS */
    Wire(URI to) throws IOException {
        this.to = to;
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    /** The same address through this wire. */
    URI through(URI address) {
        return URI.create(
                "http://127.0.0.1:" + door.getLocalPort() + address.getRawPath() + "?" + address.getRawQuery());
    }

    private void accept() {
        try {
            while (true) {
                Socket client = door.accept();
                Socket server = new Socket();
                server.connect(new InetSocketAddress(to.getHost(), to.getPort()));
                open.add(client);
                open.add(server);
                Thread.ofVirtual().start(() -> pump(client, server));
                Thread.ofVirtual().start(() -> pump(server, client));
            }
        } catch (IOException closed) {
            cut();
        }
    }

    private void pump(Socket from, Socket into) {
        try (from;
                into) {
            from.getInputStream().transferTo(into.getOutputStream());
        } catch (IOException over) {
            // One of both ends, or the wire was cut.
        } finally {
            open.remove(from);
            open.remove(into);
        }
    }

    /** Cuts all that is open now. */
    void cut() {
        open.forEach(socket -> {
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @Override
    public void close() throws IOException {
        door.close();
        cut();
    }
}
