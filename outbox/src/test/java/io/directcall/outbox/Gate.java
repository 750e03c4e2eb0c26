package io.directcall.outbox;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
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
    private final AtomicBoolean refuse = new AtomicBoolean();
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

    /** Refuses the next request to append, see {@link Refusal}. */
    void refuseAppend() {
        refuse.set(true);
    }

    /** Whether it has refused what it should. */
    boolean hasRefused() {
        return !refuse.get();
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
                Connection connection = new Connection(client);
                Thread.ofVirtual().start(() -> copy(client, broker, connection::request));
                Thread.ofVirtual().start(() -> copy(broker, client, connection::answer));
            } catch (IOException shut) {
                return;
            }
        }
    }

    /** What becomes of a message on its way. */
    private interface Passing {
        void pass(byte[] message, OutputStream on) throws IOException, InterruptedException;
    }

    /** Of one client. */
    private final class Connection {
        private final Socket client;
        private final AtomicInteger unanswered = new AtomicInteger();
        private Refusal refusal;

        Connection(Socket client) {
            this.client = client;
        }

        void request(byte[] message, OutputStream broker) throws IOException, InterruptedException {
            boolean append = ByteBuffer.wrap(message).getShort() == PRODUCE;
            if (append && refuse.getAndSet(false)) {
                refusal = new Refusal(message, client, () -> unanswered.get() == 0);
                return;
            }
            if (refusal != null) {
                refusal.answer();
            }
            if (append) {
                Gate.this.append();
            }
            unanswered.incrementAndGet();
            write(message, broker);
        }

        void answer(byte[] message, OutputStream on) throws IOException, InterruptedException {
            Gate.this.answer(message);
            write(message, on);
            unanswered.decrementAndGet();
        }

        private static void write(byte[] message, OutputStream out) throws IOException {
            byte[] whole = ByteBuffer.allocate(4 + message.length)
                    .putInt(message.length)
                    .put(message)
                    .array();
            out.write(whole);
        }
    }

    private static void copy(Socket from, Socket to, Passing passing) {
        try (from;
                to) {
            DataInputStream in = new DataInputStream(from.getInputStream());
            while (true) {
                byte[] message = new byte[in.readInt()];
                in.readFully(message);
                passing.pass(message, to.getOutputStream());
            }
        } catch (IOException | InterruptedException hungUp) {
            // Both are closed now.
        }
    }

    private void append() throws InterruptedException {
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
