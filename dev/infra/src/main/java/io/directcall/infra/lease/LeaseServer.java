package io.directcall.infra.lease;

import io.directcall.infra.InfraFailure;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Serves leases on a port of loopback. A client sends one line, gets one line and keeps the connection: the lease lasts until it closes,
 * which the kernel does even for a client that is killed.
 */
public final class LeaseServer implements AutoCloseable {

    private static final int REQUEST_TIMEOUT_MS = 5_000;

    private final ServerSocket socket;
    private final Leases leases;
    private final String addresses;
    private final Consumer<String> log;
    private final IdleClock idle = new IdleClock(InstantSource.system());
    private final ScheduledExecutorService idleCheck = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("idle-check").factory());

    /**
     * Listens at once; leases are granted after {@link #serve}.
     *
     * @param addresses what every answer says of the servers, as {@code key=value} parted by spaces
     * @param log gets a line per lease
     */
    public LeaseServer(Leases leases, String addresses, Consumer<String> log) {
        this.leases = leases;
        this.addresses = addresses;
        this.log = log;
        try {
            this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new InfraFailure("The port for leases can't be opened: " + e.getMessage(), e);
        }
    }

    /** The port on loopback. */
    public int port() {
        return socket.getLocalPort();
    }

    /** Begins to grant leases; calls back, once or more, when there has been none for the given time. */
    public void serve(Duration idleLimit, Runnable whenIdle) {
        Thread.ofPlatform().daemon().name("leases").start(this::acceptAll);
        Runnable check = () -> {
            if (idle.idleFor(idleLimit)) {
                whenIdle.run();
            }
        };
        var unused = idleCheck.scheduleWithFixedDelay(check, 500, 500, TimeUnit.MILLISECONDS);
    }

    private void acceptAll() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                idle.enter();
                Thread.ofVirtual().start(() -> hold(client));
            } catch (IOException closed) {
                // close() ends the loop.
            }
        }
    }

    private void hold(Socket client) {
        try (client) {
            client.setSoTimeout(REQUEST_TIMEOUT_MS);
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
            PrintWriter out =
                    new PrintWriter(new OutputStreamWriter(client.getOutputStream(), StandardCharsets.UTF_8), true);
            String line = in.readLine();
            client.setSoTimeout(0);
            answer(line == null ? "" : line, in, out);
        } catch (IOException gone) {
            // The client went away without a lease, or dropped it the hard way; both end the lease.
        } finally {
            idle.leave();
        }
    }

    private void answer(String line, BufferedReader in, PrintWriter out) throws IOException {
        try {
            LeaseRequest request = LeaseRequest.parse(line);
            Lease lease = leases.grant(request);
            holdLease(request.app(), lease, in, out);
        } catch (InfraFailure refused) {
            log.accept("lease refused: " + refused.getMessage());
            out.println("error " + refused.getMessage().replace('\n', ' '));
        }
    }

    private void holdLease(String app, Lease lease, BufferedReader in, PrintWriter out) throws IOException {
        String facts = "app=" + app + " prefix=" + lease.topicPrefix();
        try {
            log.accept("lease begins " + facts);
            out.println("ok " + addresses + " database=" + lease.database().orElse("") + " topic-prefix="
                    + lease.topicPrefix());
            while (in.readLine() != null) {
                // Nothing more is expected; the end of the stream is the end of the lease.
            }
        } finally {
            leases.end(lease);
            log.accept("lease ends " + facts);
        }
    }

    @Override
    public void close() throws IOException {
        idleCheck.shutdownNow();
        socket.close();
    }
}
