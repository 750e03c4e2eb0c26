package io.directcall.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.directcall.contracts.topic.Topic;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InfraProcessTest {

    /** One for all tests: unpacking PostgreSQL for each would take most of their time. */
    @TempDir
    private static Path data;

    /** Kafka takes seconds to start and tells nothing here. */
    private static final String[] POSTGRES_ALONE = {"--only", "postgres"};

    @Test
    void everyTopicHasTheSamePartitions() throws Exception {
        // Given
        try (InfraProcess infra = InfraProcess.start(data).ready();
                Admin admin = Admin.create(Map.of("bootstrap.servers", "127.0.0.1:" + infra.kafkaPort()))) {

            // When
            Map<String, TopicDescription> topics = describeTopics(admin);

            // Then
            assertThat(topics).hasSize(Topic.values().length);
            assertThat(topics.values())
                    .allSatisfy(topic -> assertThat(topic.partitions()).hasSize(8));
        }
    }

    @Test
    void aKilledRunTakesPostgresWithItAndLosesNoCommit() throws Exception {
        // Given
        InfraProcess killed = InfraProcess.start(data, POSTGRES_ALONE).ready();
        int port = killed.postgresPort();
        ProcessHandle postgres = postmaster();
        execute(killed, "CREATE TABLE kept AS SELECT 42 AS answer");

        // When
        killed.killHard();

        // Then
        await().until(() -> !postgres.isAlive());
        try (InfraProcess infra = InfraProcess.start(
                        data, "--only", "postgres", "--postgres-port", Integer.toString(port))
                .ready()) {
            assertThat(answer(infra)).isEqualTo(42);
            execute(infra, "DROP TABLE kept");
        }
    }

    @Test
    void aKilledPostgresEndsTheRun() throws Exception {
        // Given
        try (InfraProcess infra = InfraProcess.start(data, POSTGRES_ALONE).ready()) {

            // When
            postmaster().destroyForcibly();

            // Then
            assertThat(infra.exitCode()).isEqualTo(1);
            assertThat(infra.output()).contains("PostgreSQL has ended");
        }
    }

    @Test
    void anOrphanIsCleanedUp() throws Exception {
        // Given
        InfraProcess killed = InfraProcess.start(data).ready();
        ProcessHandle orphan = postmaster();
        killed.killLeash();
        killed.killHard();
        assertThat(orphan.isAlive()).isTrue();

        // When
        try (InfraProcess infra = InfraProcess.start(data).ready()) {

            // Then
            assertThat(infra.output()).contains("stopped a PostgreSQL that an earlier run had left behind");
            assertThat(orphan.isAlive()).isFalse();
            assertThat(postmaster().isAlive()).isTrue();
        }
    }

    @Test
    void itEndsWithItsLauncher() throws Exception {
        // Given
        InfraProcess infra = InfraProcess.start(data, "--watch-stdin").ready();
        ProcessHandle postgres = postmaster();

        // When
        infra.closeInput();

        // Then
        assertThat(infra.exitCode()).isZero();
        await().until(() -> !postgres.isAlive());
    }

    @Test
    void aLauncherThatDiesDuringTheStartLeavesNothing() throws Exception {
        // Given
        try (InfraProcess infra = InfraProcess.start(data, "--only", "postgres", "--watch-stdin")) {
            // One that was killed in another test has left its file behind.
            await().until(() -> running().isPresent());
            ProcessHandle postgres = postmaster();

            // When
            infra.closeInput();
            infra.exitCode();

            // Then
            await().until(() -> !postgres.isAlive());
        }
    }

    @Test
    void theDirectoryOfARunningOneIsRefused() throws Exception {
        // Given
        try (InfraProcess running = InfraProcess.start(data).ready();
                InfraProcess second = InfraProcess.start(data)) {

            // When
            int exitCode = second.exitCode();

            // Then
            assertThat(exitCode).isEqualTo(1);
            assertThat(second.output().lines()).singleElement().asString().contains("in use by a running infra");
            assertThat(running.output()).contains("READY");
        }
    }

    @Test
    void aTakenPortIsNamed() throws Exception {
        // Given
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                InfraProcess infra = InfraProcess.start(data, "--kafka-port", Integer.toString(taken.getLocalPort()))) {

            // When
            int exitCode = infra.exitCode();

            // Then
            assertThat(exitCode).isEqualTo(1);
            assertThat(infra.output().lines())
                    .singleElement()
                    .asString()
                    .contains("Port " + taken.getLocalPort(), "--kafka-port");
        }
    }

    private static ProcessHandle postmaster() throws IOException {
        return running().orElseThrow();
    }

    /** The file is empty for a moment, while PostgreSQL writes it. */
    private static Optional<ProcessHandle> running() throws IOException {
        Path file = data.resolve("postgres/postmaster.pid");
        List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
        return lines.isEmpty()
                ? Optional.empty()
                : ProcessHandle.of(Long.parseLong(lines.getFirst().strip()));
    }

    private static Map<String, TopicDescription> describeTopics(Admin admin)
            throws ExecutionException, InterruptedException {
        Set<String> names =
                Set.copyOf(Arrays.stream(Topic.values()).map(Topic::topicName).toList());
        return admin.describeTopics(names).allTopicNames().get();
    }

    private static void execute(InfraProcess infra, String sql) throws SQLException {
        try (Connection connection = connect(infra);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int answer(InfraProcess infra) throws SQLException {
        try (Connection connection = connect(infra);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT answer FROM kept")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static Connection connect(InfraProcess infra) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + infra.postgresPort() + "/token_service", "postgres", "postgres");
    }
}
