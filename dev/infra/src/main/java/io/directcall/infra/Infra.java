package io.directcall.infra;

import io.directcall.infra.kafka.KafkaBroker;
import io.directcall.infra.kafka.Topics;
import io.directcall.infra.lease.LeaseServer;
import io.directcall.infra.lease.Leases;
import io.directcall.infra.postgres.Databases;
import io.directcall.infra.postgres.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/** Both servers, or one of them, on one data directory. Started once; closing takes down whatever came up, in reverse order. */
final class Infra implements AutoCloseable {

    private static final List<String> DATABASES = List.of("token_service", "session_service", "media_gateway");
    private static final String CONTROL_FILE = "control.port";

    private final Options options;
    private final Consumer<String> progress;
    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private boolean closed;

    Infra(Options options, Consumer<String> progress) {
        this.options = options;
        this.progress = progress;
    }

    /**
     * Starts everything; returns when all of it serves.
     *
     * @param whenIdle called when nobody has held a lease for long enough
     * @param whenDied called when PostgreSQL ends though nobody asked for it
     */
    void start(Runnable whenIdle, Runnable whenDied) {
        DataDirectory directory = keep(DataDirectory.own(options.dataDirectory()));
        directory.delete(List.of(CONTROL_FILE));
        Optional<PostgresServer> postgres = runs(Server.POSTGRES) ? Optional.of(takeOver(directory)) : Optional.empty();
        if (options.leases()) {
            deleteData(directory);
        }
        int postgresPort =
                runs(Server.POSTGRES) ? Ports.claim("PostgreSQL", options.postgresPort(), "--postgres-port") : 0;
        int kafkaPort = runs(Server.KAFKA) ? Ports.claim("Kafka", options.kafkaPort(), "--kafka-port") : 0;

        CompletableFuture<Void> broker = runs(Server.KAFKA)
                ? CompletableFuture.runAsync(() -> startKafka(directory, kafkaPort))
                : CompletableFuture.completedFuture(null);
        try {
            postgres.ifPresent(server -> startPostgres(server, postgresPort, whenDied));
        } finally {
            join(broker);
        }
        if (options.leases()) {
            lease(directory, postgresPort, kafkaPort, whenIdle);
        } else {
            fill(postgresPort, kafkaPort);
        }
    }

    private boolean runs(Server server) {
        return options.servers().contains(server);
    }

    private PostgresServer takeOver(DataDirectory directory) {
        PostgresServer postgres = PostgresServer.in(directory);
        if (postgres.stopOrphan()) {
            progress.accept("stopped a PostgreSQL that an earlier run had left behind");
        }
        return postgres;
    }

    private void startPostgres(PostgresServer postgres, int port, Runnable whenDied) {
        keep(postgres);
        postgres.start(port, whenDied);
        progress.accept("PostgreSQL on 127.0.0.1:" + port);
    }

    private void startKafka(DataDirectory directory, int port) {
        keep(KafkaBroker.start(directory.resolve("kafka"), port, Ports.free()));
        progress.accept("Kafka on 127.0.0.1:" + port);
    }

    private void lease(DataDirectory directory, int postgresPort, int kafkaPort, Runnable whenIdle) {
        String addresses = "postgres=127.0.0.1:" + postgresPort + " user=" + PostgresServer.USER + " password="
                + PostgresServer.PASSWORD + " kafka=127.0.0.1:" + kafkaPort;
        Leases leases = new Leases(new Databases(postgresPort), keep(new Topics(kafkaPort)));
        LeaseServer server = keep(new LeaseServer(leases, addresses, progress));
        server.serve(options.idleExit(), whenIdle);
        announce(directory, server.port());
    }

    /** Makes what the suite needs and isn't there yet. */
    private void fill(int postgresPort, int kafkaPort) {
        if (runs(Server.POSTGRES)) {
            DATABASES.forEach(new Databases(postgresPort)::create);
            progress.accept("databases " + DATABASES + " are there");
        }
        if (runs(Server.KAFKA)) {
            keep(new Topics(kafkaPort)).create("");
            progress.accept("all topics are there");
        }
    }

    /** Clients find the port in a file, which must never be seen half-written nor outlive this process's normal end. */
    private void announce(DataDirectory directory, int port) {
        Path file = directory.resolve(CONTROL_FILE);
        Path half = directory.resolve(CONTROL_FILE + ".new");
        try {
            Files.writeString(half, Integer.toString(port));
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new InfraFailure("The port of the leases can't be written to " + file + ".", e);
        }
        keep(() -> Files.deleteIfExists(file));
    }

    private static void deleteData(DataDirectory directory) {
        List<String> names = new ArrayList<>(PostgresServer.DATA);
        names.addAll(KafkaBroker.DATA);
        directory.delete(names);
    }

    private static void join(CompletableFuture<Void> future) {
        try {
            future.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof InfraFailure failure ? failure : e;
        }
    }

    /** Remembers a part for closing; a part that comes up while the process already ends is closed at once. */
    private synchronized <T extends AutoCloseable> T keep(T part) {
        if (closed) {
            closeQuietly(part);
            throw new InfraFailure("Stopped while starting.");
        }
        started.push(part);
        return part;
    }

    @Override
    public synchronized void close() {
        closed = true;
        while (!started.isEmpty()) {
            closeQuietly(started.pop());
        }
    }

    private void closeQuietly(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            progress.accept("while stopping: " + e.getMessage());
        }
    }
}
