package io.directcall.infra.postgres;

import io.directcall.infra.DataDirectory;
import io.directcall.infra.InfraFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A PostgreSQL server of its own process on a data directory. The owner of the directory starts and stops it; it also stops a server that
 * an earlier owner left behind.
 */
public final class PostgresServer implements AutoCloseable {

    /** What this server leaves in the data directory, for an owner who wants to begin afresh; the unpacked programs aren't among it. */
    public static final List<String> DATA = List.of("postgres", "postgres.initdb", "postgres.log");

    /** Everyone who reaches loopback may enter: it is for development. */
    public static final String USER = "postgres";

    /** Any password is accepted; this one is given to those who must send one. */
    public static final String PASSWORD = "postgres";

    /**
     * Development data need not survive a power cut, which makes tests two to three times faster. Commits do reach the kernel before they are
     * answered: what was committed survives a killed PostgreSQL.
     */
    private static final Map<String, String> SETTINGS = Map.of(
            "listen_addresses", "127.0.0.1",
            "unix_socket_directories", "",
            "max_connections", "200",
            "shared_buffers", "64MB",
            "max_wal_size", "256MB",
            "wal_level", "minimal",
            "max_wal_senders", "0",
            "fsync", "off",
            "full_page_writes", "off");

    private final PostgresBinaries binaries;
    private final Path cluster;
    private final Path log;
    private volatile boolean stopping;
    private volatile Leash leash;

    private PostgresServer(PostgresBinaries binaries, Path cluster, Path log) {
        this.binaries = binaries;
        this.cluster = cluster;
        this.log = log;
    }

    /** The server of this data directory, not yet started. */
    public static PostgresServer in(DataDirectory directory) {
        return new PostgresServer(
                PostgresBinaries.in(directory.resolve("")),
                directory.resolve("postgres"),
                directory.resolve("postgres.log"));
    }

    /**
     * Stops the server that a killed owner left running here.
     *
     * @return whether there was one
     */
    public boolean stopOrphan() {
        boolean found = Orphan.on(cluster).isPresent();
        if (found) {
            stop();
        }
        try {
            Files.deleteIfExists(cluster.resolve("postmaster.pid"));
        } catch (IOException e) {
            throw new InfraFailure("The stale lock of PostgreSQL in " + cluster + " can't be removed.", e);
        }
        return found;
    }

    /**
     * Makes the cluster if there is none, starts the server and returns when it accepts connections.
     *
     * @param whenDied called when it ends later without {@link #close}
     */
    public void start(int port, Runnable whenDied) {
        if (!Files.exists(cluster)) {
            makeCluster();
        }
        String settings = SETTINGS.entrySet().stream()
                .map(setting -> "-c " + setting.getKey() + "='" + setting.getValue() + "'")
                .sorted()
                .collect(Collectors.joining(" ", "-p " + port + " ", ""));
        try {
            pgCtl("start", "--wait", "--timeout=60", "--log=" + log, "--options=" + settings);
        } catch (InfraFailure e) {
            throw new InfraFailure(
                    "PostgreSQL didn't start: " + reasonInLog() + " (" + e.getMessage() + "). The whole log is in "
                            + log + ".",
                    e);
        }
        ProcessHandle server = Orphan.on(cluster)
                .orElseThrow(() -> new InfraFailure("PostgreSQL ended just after its start. The log is in " + log));
        leash = Leash.on(server);
        Thread.ofPlatform().daemon().name("postgres-watch").start(() -> {
            server.onExit().join();
            if (!stopping) {
                whenDied.run();
            }
        });
    }

    private void makeCluster() {
        Path half = cluster.resolveSibling("postgres.initdb");
        DataDirectory.deleteTree(half);
        Command.run(List.of(
                binaries.program("initdb"),
                "--pgdata=" + half,
                "--username=" + USER,
                "--auth=trust",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--no-sync"));
        try {
            // A kill during initdb leaves a half-made cluster, which must not be taken for a whole one.
            Files.move(half, cluster, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new InfraFailure("PostgreSQL's data can't be put in " + cluster + ": " + e.getMessage(), e);
        }
    }

    /** Ends the server and all its connections; nothing happens when it doesn't run. */
    @Override
    public void close() {
        stopping = true;
        if (Orphan.on(cluster).isPresent()) {
            stop();
        }
        if (leash != null) {
            leash.close();
        }
    }

    private void stop() {
        try {
            pgCtl("stop", "--mode=fast", "--wait", "--timeout=10");
        } catch (InfraFailure stillThere) {
            // Or it had been ending by itself.
            if (Orphan.on(cluster).isPresent()) {
                pgCtl("stop", "--mode=immediate", "--wait", "--timeout=10");
            }
        }
    }

    private void pgCtl(String action, String... options) {
        List<String> command = new ArrayList<>(List.of(binaries.program("pg_ctl"), action, "--pgdata=" + cluster));
        command.addAll(List.of(options));
        Command.run(command);
    }

    /** The line that names the reason; the lines after it only tell of the way down. */
    private String reasonInLog() {
        try {
            String text = Files.exists(log) ? Files.readString(log) : "it wrote no log";
            return text.lines()
                    .filter(line -> line.contains("FATAL") || line.contains("PANIC"))
                    .reduce((first, second) -> second)
                    .orElse(Command.lastLine(text));
        } catch (IOException e) {
            return "its log can't be read";
        }
    }
}
