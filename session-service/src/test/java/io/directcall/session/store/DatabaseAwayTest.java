package io.directcall.session.store;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.directcall.contracts.session.SessionEvent;
import io.directcall.session.testing.Client;
import io.directcall.session.testing.Kafka;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Connections break again and again while people join. */
@QuarkusTest
class DatabaseAwayTest {
    private static final int USERS = 4;
    private static final int JOINS_EACH = 15;
    private static final String BREAK_ALL = "select pg_terminate_backend(pid) from pg_stat_activity"
            + " where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'";

    @Inject
    AgroalDataSource database;

    @BeforeAll
    static void tokens() {
        Client.newTokens();
    }

    @Test
    void joinsSucceedOrSayThatTheyMayBeTriedAgainAndNothingIsLost() throws Exception {
        // Given
        Client.of("away", "first").joined();
        List<Callable<List<Integer>>> users = new ArrayList<>();
        for (int i = 0; i < USERS; i++) {
            Client user = Client.of("away", "user-" + i);
            users.add(() -> joinAgainAndAgain(user));
        }

        // When
        List<Integer> statuses = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(USERS + 1)) {
            Future<?> breaking = threads.submit(this::breakConnections);
            for (Future<List<Integer>> user : threads.invokeAll(users)) {
                statuses.addAll(user.get());
            }
            breaking.get();
        }

        // Then
        assertThat(statuses).contains(201).isSubsetOf(201, 503);
        long seq = lastSeq();
        try (Kafka kafka = new Kafka()) {
            await().atMost(30, SECONDS)
                    .untilAsserted(() -> assertThat(kafka.events("away").stream()
                                    .mapToLong(SessionEvent::seq)
                                    .distinct())
                            .containsExactlyElementsOf(
                                    LongStream.rangeClosed(1, seq).boxed().toList()));
        }
    }

    private static List<Integer> joinAgainAndAgain(Client user) {
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < JOINS_EACH; i++) {
            statuses.add(user.join("{}").statusCode());
        }
        return statuses;
    }

    private static long lastSeq() {
        Client anyone = Client.of("away", "first");
        await().atMost(20, SECONDS).until(() -> anyone.read().statusCode() == 200);
        return anyone.read().jsonPath().getLong("data.seq");
    }

    private void breakConnections() {
        for (int i = 0; i < 10; i++) {
            try (Connection connection = database.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute(BREAK_ALL);
                statement.execute("select pg_sleep(0.3)");
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
