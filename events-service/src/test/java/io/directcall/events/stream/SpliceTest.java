package io.directcall.events.stream;

import static io.directcall.events.testing.EventLog.numbered;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import io.directcall.contracts.topic.Topic;
import io.directcall.events.testing.BlockedThreads;
import io.directcall.events.testing.SmallLimits;
import io.directcall.events.testing.SseClient;
import io.directcall.events.testing.SseEvent;
import io.directcall.events.testing.Streams;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** Events are published all the time while clients come and go at random: each client sees each event once, in the order of its topic. */
@QuarkusTest
@TestProfile(SmallLimits.class)
class SpliceTest {
    private static final int EVENTS_OF_A_TOPIC = 2500;
    private static final int CLIENTS = 12;
    private static final Duration PAUSE = Duration.ofMillis(40);
    private static final int EVENTS_BETWEEN_PAUSES = 20;

    private final String session = Streams.newSession();

    @Test
    void nothingIsLostRepeatedOrOutOfOrder() throws Exception {
        // Given
        try (Streams streams = new Streams();
                BlockedThreads blocked = new BlockedThreads();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            long cursor = System.currentTimeMillis();
            // When
            Future<?> publisher = threads.submit(() -> publish(streams));
            List<Future<Client>> clients = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                Client client = new Client(streams, cursor, i);
                clients.add(threads.submit(client::run));
            }
            publisher.get(2, TimeUnit.MINUTES);
            // Then
            int reconnects = 0;
            for (Future<Client> future : clients) {
                Client client = future.get(2, TimeUnit.MINUTES);
                reconnects += client.connections - 1;
                Map<String, List<String>> byTopic = client.byTopic();
                assertThat(byTopic.get("session")).containsExactlyElementsOf(expected("session"));
                assertThat(byTopic.get("media")).containsExactlyElementsOf(expected("media"));
            }
            assertThat(reconnects).isGreaterThan(CLIENTS);
            assertThat(blocked.messages()).isEmpty();
        }
    }

    private void publish(Streams streams) {
        String noise = Streams.newSession();
        for (int i = 0; i < EVENTS_OF_A_TOPIC; i++) {
            streams.log().publish(Topic.SESSION_EVENTS, session, event("session", i));
            streams.log().publish(Topic.SESSION_EVENTS, noise, numbered(i));
            streams.log().publish(Topic.MEDIA_EVENTS, session, event("media", i));
            if (i % EVENTS_BETWEEN_PAUSES == 0) {
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    private static String event(String topic, int number) {
        return "{\"type\":\"E\",\"topic\":\"" + topic + "\",\"seq\":" + number + "}";
    }

    private static List<String> expected(String topic) {
        List<String> events = new ArrayList<>();
        for (int i = 0; i < EVENTS_OF_A_TOPIC; i++) {
            events.add(event(topic, i));
        }
        return events;
    }

    private final class Client {
        private final Streams streams;
        private final Random random;
        private final String uid;
        private final String firstQuery;
        private final List<SseEvent> seen = new ArrayList<>();
        private final boolean http2;
        private int connections;

        Client(Streams streams, long cursor, int number) {
            this.streams = streams;
            this.random = new Random(number);
            this.uid = "user-" + number;
            this.http2 = number % 2 == 0;
            this.firstQuery = "&cursor=" + cursor;
        }

        Client run() {
            String lastEventId = "";
            while (seen.size() < 2 * EVENTS_OF_A_TOPIC) {
                SseClient stream = lastEventId.isEmpty() ? open(firstQuery) : open("", "Last-Event-ID", lastEventId);
                connections++;
                long leave = System.nanoTime()
                        + Duration.ofMillis(random.nextInt(1, 1500)).toNanos();
                while (System.nanoTime() - leave < 0
                        && seen.size() + stream.events().size() < 2 * EVENTS_OF_A_TOPIC) {
                    LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
                }
                stream.close();
                seen.addAll(stream.events());
                lastEventId = stream.lastEventId().isEmpty() ? lastEventId : stream.lastEventId();
                LockSupport.parkNanos(Duration.ofMillis(random.nextInt(300)).toNanos());
            }
            return this;
        }

        private SseClient open(String query, String... headers) {
            return http2 ? streams.openHttp2(session, uid, query, headers) : streams.open(session, uid, query, headers);
        }

        Map<String, List<String>> byTopic() {
            return seen.stream()
                    .map(SseEvent::data)
                    .collect(groupingBy(
                            data -> data.contains("\"media\"") ? "media" : "session", mapping(data -> data, toList())));
        }
    }
}
