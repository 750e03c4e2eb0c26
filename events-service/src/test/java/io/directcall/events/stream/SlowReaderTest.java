package io.directcall.events.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.directcall.contracts.topic.Topic;
import io.directcall.events.testing.SmallLimits;
import io.directcall.events.testing.SseClient;
import io.directcall.events.testing.SseEvent;
import io.directcall.events.testing.Streams;
import io.directcall.events.testing.UnreadStream;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(SmallLimits.class)
class SlowReaderTest {
    private static final int EVENTS = 100;
    private static final String PADDING = "x".repeat(60_000);

    private final String session = Streams.newSession();

    @Inject
    MeterRegistry metrics;

    @Test
    void isCutOffAndCanResumeWhileTheOthersGetAll() throws IOException {
        // Given
        try (Streams streams = new Streams();
                SseClient quick = streams.open(session, "quick", "");
                Socket slow = openWithoutReading(streams)) {
            await().until(() -> gauge("events.streams.open") == 2);
            double cut = counter("events.streams.cut");
            // When
            for (int i = 0; i < EVENTS; i++) {
                streams.log().publish(Topic.SESSION_EVENTS, session, event(i));
            }
            // Then
            await().atMost(Duration.ofSeconds(20)).until(() -> counter("events.streams.cut") == cut + 1);
            assertThat(quick.awaitEvents(EVENTS)).extracting(SseEvent::data).containsExactlyElementsOf(events(0));
            String lastId = lastIdOf(slow);
            try (SseClient resumed = streams.open(session, "slow", "", "Last-Event-ID", lastId)) {
                int next = Integer.parseInt(lastId.substring(0, lastId.indexOf('-'))) - firstOffset(quick);
                assertThat(next).isBetween(0, EVENTS - 1);
                assertThat(resumed.awaitEvents(EVENTS - next))
                        .extracting(SseEvent::data)
                        .containsExactlyElementsOf(events(next));
            }
        }
    }

    private Socket openWithoutReading(Streams streams) throws IOException {
        URI uri = Streams.uri(session, "?participantId=p-slow&lastEventId=0-0");
        return UnreadStream.open(uri, streams.token(session, "slow"));
    }

    /** Reads what had been sent before the connection was closed. */
    private static String lastIdOf(Socket socket) throws IOException {
        StringBuilder text = new StringBuilder();
        byte[] part = new byte[8192];
        try {
            for (int n = socket.getInputStream().read(part);
                    n >= 0;
                    n = socket.getInputStream().read(part)) {
                text.append(new String(part, 0, n, StandardCharsets.UTF_8));
            }
        } catch (IOException reset) {
            // Cut off in the middle of a frame.
        }
        int end = text.lastIndexOf("\"}\n\n");
        int id = text.lastIndexOf("id: ", Math.max(end, 0));
        return id < 0 ? "0-0" : text.substring(id + 4, text.indexOf("\n", id));
    }

    private static int firstOffset(SseClient client) {
        String id = client.events().get(0).id();
        return Integer.parseInt(id.substring(0, id.indexOf('-'))) - 1;
    }

    private static String event(int number) {
        return "{\"type\":\"E\",\"seq\":" + number + ",\"padding\":\"" + PADDING + "\"}";
    }

    private static List<String> events(int from) {
        List<String> events = new ArrayList<>();
        for (int i = from; i < EVENTS; i++) {
            events.add(event(i));
        }
        return events;
    }

    private double gauge(String name) {
        return metrics.get(name).gauge().value();
    }

    private double counter(String name) {
        return metrics.get(name).functionCounter().count();
    }
}
