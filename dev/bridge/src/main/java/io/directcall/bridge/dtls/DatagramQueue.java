package io.directcall.bridge.dtls;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.bouncycastle.tls.DatagramTransport;

/** Hands datagrams of the shared socket to one DTLS handshake; bounded, what does not fit is lost as on the wire. */
final class DatagramQueue implements DatagramTransport {
    private static final int CAPACITY = 64;
    private static final byte[] END = new byte[0];

    private final BlockingQueue<byte[]> waiting = new ArrayBlockingQueue<>(CAPACITY);
    private final Consumer<byte[]> out;
    private volatile boolean closed;

    DatagramQueue(Consumer<byte[]> out) {
        this.out = out;
    }

    /** False when the datagram was dropped. */
    boolean offer(byte[] datagram) {
        return !closed && waiting.offer(datagram);
    }

    boolean isClosed() {
        return closed;
    }

    /** Wakes the reader up, which then ends. Nobody is interrupted: that would close the shared socket. */
    @Override
    public void close() {
        closed = true;
        waiting.clear();
        if (!waiting.offer(END)) {
            throw new IllegalStateException("an emptied queue takes one");
        }
    }

    @Override
    public int getReceiveLimit() {
        return 1500;
    }

    @Override
    public int getSendLimit() {
        return 1200;
    }

    @Override
    public int receive(byte[] target, int offset, int length, int waitMillis) throws IOException {
        try {
            byte[] datagram = waiting.poll(waitMillis, TimeUnit.MILLISECONDS);
            if (datagram == null) {
                return -1;
            }
            if (datagram.length == 0) {
                throw new IOException("the endpoint expired");
            }
            int size = Math.min(length, datagram.length);
            System.arraycopy(datagram, 0, target, offset, size);
            return size;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }

    @Override
    public void send(byte[] datagram, int offset, int length) {
        out.accept(Arrays.copyOfRange(datagram, offset, offset + length));
    }
}
