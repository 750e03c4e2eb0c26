package io.directcall.session.api;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.directcall.contracts.session.SessionEvent;
import io.directcall.session.testing.Client;
import io.directcall.session.testing.Kafka;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Everybody at once on one session. */
@QuarkusTest
class CrowdTest {
    private static final int CROWD = 50;

    @BeforeAll
    static void tokens() {
        Client.newTokens();
    }

    @Test
    void numbersStayGaplessAndInOrderOnTheTopic() throws Exception {
        // Given
        List<Callable<Integer>> crowd = IntStream.range(0, CROWD)
                .mapToObj(i -> Client.of("crowd-1", "user-" + i))
                .<Callable<Integer>>map(client -> () -> joinAndMute(client))
                .toList();

        try (ExecutorService threads = Executors.newFixedThreadPool(CROWD);
                Kafka kafka = new Kafka()) {
            // When
            List<Future<Integer>> answers = threads.invokeAll(crowd);

            // Then
            for (Future<Integer> answer : answers) {
                assertThat(answer.get()).isEqualTo(200);
            }
            int events = 1 + 2 * CROWD;
            await().atMost(20, SECONDS)
                    .untilAsserted(() -> assertThat(kafka.events("crowd-1")).hasSizeGreaterThanOrEqualTo(events));
            assertThat(kafka.events("crowd-1").stream().mapToLong(SessionEvent::seq))
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, events).boxed().toList());
            Client.of("crowd-1", "user-0")
                    .read()
                    .then()
                    .body("data.seq", equalTo(events))
                    .body("data.participants", hasSize(CROWD));
        }
    }

    private static int joinAndMute(Client client) {
        return client.patch(client.joined(), "{\"audioMuted\":true}").statusCode();
    }

    @Test
    void twoWhoStartTheSameSessionAtOnceAreBothInIt() throws Exception {
        // Given
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (int i = 0; i < 20; i++) {
                String sid = "race-" + i;
                List<Callable<String>> both = List.of(
                        () -> Client.of(sid, "anna").joined(),
                        () -> Client.of(sid, "ben").joined());

                // When
                List<Future<String>> joined = threads.invokeAll(both);

                // Then
                assertThat(joined.get(0).get()).isNotEqualTo(joined.get(1).get());
                Client.of(sid, "anna")
                        .read()
                        .then()
                        .body("data.seq", equalTo(3))
                        .body("data.participants", hasSize(2));
            }
        }
    }
}
