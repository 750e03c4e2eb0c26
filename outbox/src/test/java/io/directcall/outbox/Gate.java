package io.directcall.outbox;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A port that refuses connections until it is opened, and then forwards them to a broker. It puts itself in the broker's place in what
 * the broker says of its address, so that clients keep to it. It can hold back requests to append records, and answers to them.
 */
final class Gate implements AutoCloseable {
    private static final short PRODUCE = 0;
    private static final int ALL = Integer.MAX_VALUE;

    private final String host;
    private final int brokerPort;
    private final int port;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final AtomicInteger appendsToPass = new AtomicInteger(ALL);
    private final CountDownLatch released = new CountDownLatch(1);
    private volatile boolean closed;
    private volatile boolean holdAnswers;
    private volatile boolean holding;
    private volatile ServerSocket server;

    Gate(String broker) throws IOException {
        String first = broker.split(",", -1)[0];
        int colon = first.lastIndexOf(':');
        host = first.substring(0, colon).replaceFirst("^.*//", "");
        brokerPort = Integer.parseInt(first.substring(colon + 1));
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
    }

    String address() {
        return "127.0.0.1:" + port;
    }

    /** Lets this many more requests to append pass, and holds back all later ones. */
    void holdAppendsAfter(int requests) {
        appendsToPass.set(requests);
    }

    /** Lets the next request to append pass, but neither its answer nor any later one. */
    void holdAnswers() {
        holdAnswers = true;
    }

    /** Delivers what was held back, and holds back nothing more. What is held back when the gate is closed is never delivered. */
    void release() {
        released.countDown();
    }

    /** Whether something was held back. */
    boolean holds() {
        return holding;
    }

    void open() throws IOException {
        ServerSocket opened = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        server = opened;
        Thread.ofVirtual().start(() -> accept(opened));
    }

    /** Cuts all connections and refuses new ones. */
    void shut() throws IOException {
        if (server != null) {
            server.close();
        }
        for (Socket socket : sockets) {
            socket.close();
        }
        sockets.clear();
    }

    private void accept(ServerSocket opened) {
        while (!opened.isClosed()) {
            try {
                Socket client = opened.accept();
                Socket broker = new Socket(host, brokerPort);
                sockets.add(client);
                sockets.add(broker);
                Thread.ofVirtual().start(() -> copy(client, broker, this::request));
                Thread.ofVirtual().start(() -> copy(broker, client, this::answer));
            } catch (IOException shut) {
                return;
            }
        }
    }

    /** What becomes of a message on its way. */
    private interface Passing {
        void pass(byte[] message) throws InterruptedException;
    }

    private static void copy(Socket from, Socket to, Passing passing) {
        try (from;
                to) {
            DataInputStream in = new DataInputStream(from.getInputStream());
            DataOutputStream out = new DataOutputStream(to.getOutputStream());
            while (true) {
                byte[] message = new byte[in.readInt()];
                in.readFully(message);
                passing.pass(message);
                byte[] whole = ByteBuffer.allocate(4 + message.length)
                        .putInt(message.length)
                        .put(message)
                        .array();
                out.write(whole);
            }
        } catch (IOException | InterruptedException hungUp) {
            // Both are closed now.
        }
    }

    private void request(byte[] message) throws InterruptedException {
        if (ByteBuffer.wrap(message).getShort() != PRODUCE) {
            return;
        }
        if (appendsToPass.get() != ALL && appendsToPass.getAndDecrement() <= 0) {
            hold();
        }
        holding = holding || holdAnswers;
    }

    private void answer(byte[] message) throws InterruptedException {
        if (holding && holdAnswers) {
            hold();
        }
        byte[] name = host.getBytes(StandardCharsets.US_ASCII);
        ByteBuffer buffer = ByteBuffer.wrap(message);
        for (int at = 0; at + name.length + 4 <= message.length; at++) {
            if (buffer.slice(at, name.length).equals(ByteBuffer.wrap(name))
                    && buffer.getInt(at + name.length) == brokerPort) {
                buffer.putInt(at + name.length, port);
            }
        }
    }

    private void hold() throws InterruptedException {
        holding = true;
        released.await();
        if (closed) {
            throw new InterruptedException("closed");
        }
    }

    @Override
    public void close() {
        closed = true;
        released.countDown();
        try {
            shut();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
