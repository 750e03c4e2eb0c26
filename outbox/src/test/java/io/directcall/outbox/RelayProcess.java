package io.directcall.outbox;

import io.vertx.mutiny.sqlclient.Pool;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** A replica's relay for one lane, in a JVM of its own, which a test can kill or freeze. */
final class RelayProcess implements AutoCloseable {
    static final TestSettings SETTINGS = new TestSettings(100, Duration.ofSeconds(3));
    private static final Duration SWEEP = Duration.ofMillis(100);

    private final Process process;

    RelayProcess(int lane, String broker) throws IOException {
        Config config = ConfigProvider.getConfig();
        process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-Xmx128m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        RelayProcess.class.getName(),
                        databaseUrl(config),
                        config.getValue("quarkus.datasource.username", String.class),
                        config.getValue("quarkus.datasource.password", String.class),
                        broker,
                        TopicReader.prefix(),
                        Integer.toString(lane))
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(new File("target/relay-process.log")))
                .start();
    }

    private static String databaseUrl(Config config) {
        return config.getValue("quarkus.datasource.reactive.url", String.class).replaceFirst("^vertx-reactive:", "");
    }

    /** SIGKILL. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Stands still until {@link #thaw()}, as a process on a machine that swaps or migrates does. */
    void freeze() throws IOException, InterruptedException {
        signal("-STOP");
    }

    void thaw() throws IOException, InterruptedException {
        signal("-CONT");
    }

    private void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", name, Long.toString(process.pid())).start().waitFor();
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
    }

    /** Publishes the lane until it is killed. */
    public static void main(String[] args) throws InterruptedException {
        var vertx = io.vertx.mutiny.core.Vertx.vertx();
        var database = io.vertx.pgclient.PgConnectOptions.fromUri(args[0])
                .setUser(args[1])
                .setPassword(args[2])
                .setCachePreparedStatements(true);
        Pool pool = Pool.newInstance(io.vertx.pgclient.PgBuilder.pool()
                .connectingTo(database)
                .using(vertx.getDelegate())
                .build());
        Lane lane = SETTINGS.lane(Integer.parseInt(args[5]), pool, args[3], args[4]);
        while (true) {
            lane.wake();
            TimeUnit.MILLISECONDS.sleep(SWEEP.toMillis());
        }
    }
}
