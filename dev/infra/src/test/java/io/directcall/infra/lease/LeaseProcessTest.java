package io.directcall.infra.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.directcall.infra.InfraProcess;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeaseProcessTest {

    private static final String REQUEST = "lease app=token-service mode=test database=true";

    @TempDir
    private static Path data;

    private static InfraProcess infra;

    /** One for those who only ask: starting both servers takes most of the time. */
    @BeforeAll
    static void start() throws Exception {
        infra = InfraProcess.start(data, "--leases").ready();
    }

    @AfterAll
    static void stop() throws Exception {
        infra.close();
    }

    @Test
    void twoLeasesShareTheServersAndNothingElse() throws Exception {
        // Given
        try (Client first = Client.ask(data, REQUEST);
                Client second = Client.ask(data, REQUEST)) {

            // When
            Map<String, String> one = first.answer();
            Map<String, String> other = second.answer();

            // Then
            assertThat(other).containsEntry("postgres", one.get("postgres")).containsEntry("kafka", one.get("kafka"));
            assertThat(other.get("topic-prefix")).isNotEqualTo(one.get("topic-prefix"));
            assertThat(other.get("database")).isNotEqualTo(one.get("database"));
            assertThat(topics(one)).contains(one.get("topic-prefix") + "session-events");
            assertThat(canConnect(one)).isTrue();
            assertThat(infra.output()).contains("lease begins");
        }
    }

    @Test
    void topicsGoWithTheirLease() throws Exception {
        // Given
        try (Client client = Client.ask(data, REQUEST)) {
            Map<String, String> lease = client.answer();

            // When
            client.hangUp();

            // Then
            String prefix = lease.get("topic-prefix");
            await().until(() -> infra.output().contains("lease ends"));
            await().until(() -> topics(lease).stream().noneMatch(name -> name.startsWith(prefix)));
        }
    }

    @Test
    void itEndsWhenNobodyHoldsALease(@TempDir Path own) throws Exception {
        // Given
        InfraProcess idle =
                InfraProcess.start(own, "--leases", "--idle-exit-seconds", "3").ready();
        try (Client client = Client.ask(own, "lease app=events-service mode=test database=false")) {
            assertThat(client.answer()).containsEntry("database", "");
        }

        // When
        int exitCode = idle.exitCode();

        // Then
        assertThat(exitCode).isZero();
        assertThat(own.resolve("control.port")).doesNotExist();
        assertThat(own.resolve("postgres/postmaster.pid")).doesNotExist();
    }

    @Test
    void aStrangeRequestGetsNoLease() throws Exception {
        // Given
        try (Client client = Client.ask(data, "GET / HTTP/1.1")) {

            // When
            String line = client.line();

            // Then
            assertThat(line).startsWith("error ");
            assertThat(infra.output()).contains("lease refused");
        }
    }

    private static Set<String> topics(Map<String, String> lease) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", lease.get("kafka")))) {
            return admin.listTopics().names().get();
        }
    }

    private static boolean canConnect(Map<String, String> lease) throws Exception {
        String url = "jdbc:postgresql://" + lease.get("postgres") + "/" + lease.get("database");
        try (Connection connection = DriverManager.getConnection(url, lease.get("user"), lease.get("password"))) {
            return connection.isValid(5);
        }
    }

    /** What an app does to get a lease and to keep it. */
    private record Client(Socket socket, String line) implements AutoCloseable {

        static Client ask(Path data, String request) throws IOException {
            int port = Integer.parseInt(Files.readString(data.resolve("control.port")));
            Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setSoTimeout((int) Duration.ofMinutes(1).toMillis());
            socket.getOutputStream().write((request + "\n").getBytes(StandardCharsets.UTF_8));
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            return new Client(socket, in.readLine());
        }

        Map<String, String> answer() {
            assertThat(line).startsWith("ok ");
            return Arrays.stream(line.substring(3).split(" "))
                    .map(pair -> pair.split("=", 2))
                    .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
        }

        void hangUp() throws IOException {
            socket.close();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
