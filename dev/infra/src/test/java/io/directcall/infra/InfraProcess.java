package io.directcall.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The program in a process of its own, so that a test can kill it. */
public final class InfraProcess implements AutoCloseable {

    private final Process process;
    private final Path output;

    private InfraProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** Starts it on a data directory, with free ports unless the options name some. */
    public static InfraProcess start(Path dataDirectory, String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "--data-dir",
                dataDirectory.toString(),
                "--postgres-port",
                "0",
                "--kafka-port",
                "0"));
        command.addAll(List.of(options));
        Path output = Files.createTempFile(dataDirectory, "output", ".txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        return new InfraProcess(process, output);
    }

    /** Waits until it serves. */
    public InfraProcess ready() {
        await().atMost(Duration.ofMinutes(2)).until(() -> output().contains("READY\n") || !process.isAlive());
        assertThat(output()).contains("READY\n");
        return this;
    }

    int postgresPort() {
        return port("PostgreSQL");
    }

    int kafkaPort() {
        return port("Kafka");
    }

    private int port(String server) {
        Matcher matcher = Pattern.compile(server + " on 127\\.0\\.0\\.1:(\\d+)").matcher(output());
        assertThat(matcher.find()).isTrue();
        return Integer.parseInt(matcher.group(1));
    }

    /** All that it has printed. */
    public String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What its launcher does by dying. */
    void closeInput() throws IOException {
        process.getOutputStream().close();
    }

    /** Its shell, which is to end PostgreSQL after a kill. */
    void killLeash() {
        process.children().forEach(ProcessHandle::destroyForcibly);
        await().until(() -> process.children().noneMatch(ProcessHandle::isAlive));
    }

    void killHard() {
        process.destroyForcibly();
        exitCode();
    }

    /** Waits for its end. */
    public int exitCode() {
        await().atMost(Duration.ofMinutes(1)).until(() -> !process.isAlive());
        return process.exitValue();
    }

    /** Ends it as {@code kill} would. */
    @Override
    public void close() throws IOException {
        process.destroy();
        exitCode();
        Files.deleteIfExists(output);
    }
}
