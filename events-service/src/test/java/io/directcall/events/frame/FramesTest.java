package io.directcall.events.frame;

import static io.directcall.events.testing.Positions.sessionAt;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.directcall.events.position.Position;
import io.directcall.events.position.StreamId;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class FramesTest {
    private static final Position POSITION = sessionAt(7, 3);

    @Test
    void anEventHasIdTypeAndTheValueAsItIs() {
        // When
        Frame frame = Frames.event(POSITION, "ParticipantLeft", "{\"name\":\"Zoë\"}".getBytes(UTF_8));
        // Then
        assertThat(frame.bytes().toString()).isEqualTo("id: 7-3\nevent: ParticipantLeft\ndata: {\"name\":\"Zoë\"}\n\n");
    }

    @Test
    void lineBreaksInTheValueBecomeLinesOfData() {
        // When
        Frame frame = Frames.event(POSITION, "T", "{\n\r\n\r}".getBytes(UTF_8));
        // Then
        assertThat(frame.bytes().toString()).isEqualTo("id: 7-3\nevent: T\ndata: {\ndata: \ndata: \ndata: }\n\n");
    }

    @Test
    void theSameEventCanHaveAnotherId() {
        // Given
        Frame shared = Frames.event(POSITION, "T", "{}".getBytes(UTF_8));
        // When
        Frame own = shared.withId(new StreamId(sessionAt(7, 1234), false));
        // Then
        assertThat(own.bytes().toString()).isEqualTo("id: 7-1234\nevent: T\ndata: {}\n\n");
        assertThat(shared.bytes().toString()).startsWith("id: 7-3\n");
    }

    @Test
    void aHeartbeatMayMoveTheIdWithoutBeingAnEvent() {
        // When
        Frame frame = Frames.heartbeat(POSITION);
        // Then
        assertThat(frame.bytes().toString()).isEqualTo(": heartbeat\nid: 7-3\n\n");
    }

    @Test
    void theEndSaysWhyAndWhenToComeBack() {
        // When
        Frame frame = Frames.end(new StreamId(POSITION, false), "draining", Duration.ofMillis(750));
        // Then
        assertThat(frame.bytes().toString())
                .isEqualTo("retry: 750\nid: 7-3\nevent: end\ndata: {\"reason\":\"draining\"}\n\n");
    }

    @Test
    void theEndForGoodHasAnIdThatSaysSo() {
        // When
        Frame frame = Frames.end(new StreamId(POSITION, true), "session-ended", null);
        // Then
        assertThat(frame.bytes().toString()).startsWith("id: 7-3-end\nevent: end\n");
    }

    @Test
    void aGapNamesWhatIsMissing() {
        // When
        Frame frame = Frames.gap(sessionAt(1, 2), POSITION);
        // Then
        assertThat(frame.bytes().toString())
                .isEqualTo("id: 7-3\nevent: gap\ndata: {\"from\":\"1-2\",\"to\":\"7-3\"}\n\n");
    }
}
