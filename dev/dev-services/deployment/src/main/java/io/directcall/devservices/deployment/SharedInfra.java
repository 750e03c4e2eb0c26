package io.directcall.devservices.deployment;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/**
 * The infra process that all test runs and dev modes of a user share. It outlives the JVM that started it and ends on its own when nobody
 * has held a lease for a while.
 */
final class SharedInfra {

    /** A first start takes five seconds on two idle cores; a machine may be busy with other builds. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final Duration ANSWER_TIMEOUT = Duration.ofMinutes(1);
    private static final int MAX_STARTS = 3;

    private final InfraHome home;

    private SharedInfra(InfraHome home) {
        this.home = home;
    }

    /** The process of this build of the infra, whether it runs or not. */
    static SharedInfra of(InfraJar jar) {
        return new SharedInfra(InfraHome.of(jar));
    }

    /** Gets a lease, from the running process or from one that it starts. */
    Lease lease(LeaseRequest request) {
        try {
            return leaseInTime(request, System.nanoTime() + PATIENCE.toNanos());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for PostgreSQL and Kafka.", e);
        }
    }

    private Lease leaseInTime(LeaseRequest request, long deadline) throws IOException, InterruptedException {
        Process process = null;
        int starts = 0;
        while (System.nanoTime() < deadline && starts <= MAX_STARTS) {
            Optional<Lease> lease = ask(request);
            if (lease.isPresent()) {
                return lease.get();
            }
            // Another run may have started it a moment ago, or it may be on its way out: then its lock is held.
            if ((process == null || !process.isAlive()) && !home.isOwned()) {
                process = home.startProcess();
                starts++;
            }
            Thread.sleep(100);
        }
        throw new IllegalStateException(
                "PostgreSQL and Kafka didn't start: " + home.lastLogLine() + " (whole log: " + home.log() + ")");
    }

    /** Empty when no process answers: there is none, it isn't ready, or it ends just now. */
    private Optional<Lease> ask(LeaseRequest request) throws IOException {
        Optional<Integer> port = home.controlPort();
        if (port.isEmpty()) {
            return Optional.empty();
        }
        String answer;
        Socket socket;
        try {
            socket = new Socket(InetAddress.getLoopbackAddress(), port.get());
        } catch (IOException nobodyListens) {
            return Optional.empty();
        }
        try {
            answer = exchange(socket, request.line());
        } catch (IOException wentAway) {
            socket.close();
            return Optional.empty();
        }
        return answer == null ? Optional.empty() : Optional.of(Lease.of(socket, answer));
    }

    private static String exchange(Socket socket, String line) throws IOException {
        socket.setSoTimeout((int) ANSWER_TIMEOUT.toMillis());
        socket.getOutputStream().write(line.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8)).readLine();
    }
}
