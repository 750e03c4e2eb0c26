package io.directcall.system.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.directcall.system.client.SseParser.Event;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SseParserTest {
    private static final String STREAM = """
            : connected
            retry: 1000

            id: 18-7
            event: ParticipantJoined
            data: {"name":"Zoë"}

            : heartbeat
            id: 19-7

            : heartbeat

            id: 20-7
            event: end
            data: {
            data: }

            """;

    private final List<Event> events = new ArrayList<>();
    private final SseParser parser = new SseParser(events::add);

    @Test
    void eventsAndIdsComeOutHoweverTheStreamIsCut() {
        // When
        for (byte piece : STREAM.getBytes(StandardCharsets.UTF_8)) {
            parser.feed(new byte[] {piece});
        }

        // Then
        assertThat(events)
                .containsExactly(
                        new Event("18-7", "ParticipantJoined", "{\"name\":\"Zoë\"}"),
                        new Event("19-7", "", ""),
                        new Event("20-7", "end", "{\n}"));
    }

    @Test
    void anEventThatIsNotCompleteIsNone() {
        // When
        parser.feed("id: 1-1\nevent: SessionEnded\ndata: {}\n".getBytes(StandardCharsets.UTF_8));

        // Then
        assertThat(events).isEmpty();
    }
}
