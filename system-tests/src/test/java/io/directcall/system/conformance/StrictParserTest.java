package io.directcall.system.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.directcall.system.conformance.StreamCases.StreamCase;
import io.directcall.system.conformance.StrictParser.Event;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StrictParserTest {
    static List<StreamCase> cases() {
        return StreamCases.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void tells_the_same_wherever_the_stream_is_split(StreamCase one) {
        byte[] stream = one.bytes();
        for (int split = 0; split <= stream.length; split++) {
            // Given
            var parser = new StrictParser();

            // When
            parser.feed(Arrays.copyOfRange(stream, 0, split));
            parser.feed(Arrays.copyOfRange(stream, split, stream.length));

            // Then
            requireExpected(parser, one);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void tells_the_same_byte_by_byte(StreamCase one) {
        // Given
        var parser = new StrictParser();

        // When
        for (byte next : one.bytes()) {
            parser.feed(new byte[] {next});
        }

        // Then
        requireExpected(parser, one);
    }

    @Test
    void an_event_is_whole_with_its_last_carriage_return() {
        // Given
        var parser = new StrictParser();

        // When
        List<Event> whole = parser.feed("data: one\r\r".getBytes(UTF_8));

        // Then
        assertThat(whole).containsExactly(new Event("message", "one", ""));
        assertThat(parser.feed("\n\ndata: two\r\n\r\n".getBytes(UTF_8)))
                .containsExactly(new Event("message", "two", ""));
    }

    private static void requireExpected(StrictParser parser, StreamCase one) {
        assertThat(parser.events()).isEqualTo(one.events());
        if (one.lastEventId() != null) {
            assertThat(parser.lastEventId()).isEqualTo(one.lastEventId());
        }
        if (one.retry() != null) {
            assertThat(parser.retry()).hasValue(one.retry());
        }
    }
}
