package io.directcall.bridge.dtls;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.bouncycastle.tls.DTLSServerProtocol;
import org.bouncycastle.tls.DTLSTransport;

/**
 * The DTLS side of one endpoint. Its first datagram starts a virtual thread, which ends with {@link #close()}, with a
 * failed handshake or with the client's close_notify.
 */
public final class DtlsServer {
    private static final int WAIT_MILLIS = 5000;

    /** Told on the DTLS thread. */
    public interface Listener {
        /** The handshake is complete. */
        void secured(SrtpKeys keys);

        /** It is over; {@code reason} is for people. */
        void ended(String reason);
    }

    private final BridgeIdentity identity;
    private final DatagramQueue queue;
    private final Listener listener;
    private final CompletableFuture<Set<CertificateFingerprint>> expected = new CompletableFuture<>();
    private boolean started;

    /** @param send puts a datagram on the way to the client */
    public DtlsServer(BridgeIdentity identity, Consumer<byte[]> send, Listener listener) {
        this.identity = identity;
        this.queue = new DatagramQueue(send);
        this.listener = listener;
    }

    /** Tells which certificates the client may show; only the first call counts. */
    public void expect(Set<CertificateFingerprint> fingerprints) {
        expected.complete(Set.copyOf(fingerprints));
    }

    /** Takes a datagram; false when it was dropped. */
    public synchronized boolean receive(byte[] datagram) {
        if (!started && !queue.isClosed()) {
            started = true;
            Thread.ofVirtual().name("dtls").start(this::run);
        }
        return queue.offer(datagram);
    }

    public synchronized void close() {
        queue.close();
        expected.cancel(false);
    }

    private void run() {
        try {
            SrtpTlsServer server = new SrtpTlsServer(identity, expected);
            DTLSTransport transport = new DTLSServerProtocol().accept(server, queue);
            listener.secured(server.keys());
            byte[] ignored = new byte[2048]; // data channels would come here
            while (!queue.isClosed()) {
                transport.receive(ignored, 0, ignored.length, WAIT_MILLIS);
            }
            listener.ended("closed");
        } catch (IOException | RuntimeException e) {
            listener.ended(String.valueOf(e.getMessage()));
        }
    }
}
