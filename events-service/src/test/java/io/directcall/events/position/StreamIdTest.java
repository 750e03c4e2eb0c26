package io.directcall.events.position;

import static io.directcall.events.testing.Positions.sessionAt;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamIdTest {
    @ParameterizedTest
    @ValueSource(strings = {"0-0", "12-34", "999999999999999999-1", "12-34-end"})
    void readsWhatItWrites(String text) {
        // When
        var id = StreamId.parse(Channel.SESSION, text);
        // Then
        assertThat(id).map(StreamId::toString).hasValue(text);
    }

    @Test
    void knowsTheLastEventOfAStream() {
        // When
        var id = StreamId.parse(Channel.SESSION, "12-34-end").orElseThrow();
        // Then
        assertThat(id).isEqualTo(new StreamId(sessionAt(12, 34), true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "1",
                "1-",
                "-1",
                "1-2-",
                "1-2-3",
                "a-b",
                "-1--1",
                "1-2-END",
                " 1-2",
                "1-2 ",
                "1_2",
                "1234567890123456789-1",
                "1-99999999999999999999999",
                "1-2-end-end",
                "١-٢"
            })
    void refusesWhatIsNotItsOwn(String text) {
        // When
        var id = StreamId.parse(Channel.SESSION, text);
        // Then
        assertThat(id).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "42", "42-end"})
    void theIdOfAUsersStreamHasOneNumber(String text) {
        // When
        var id = StreamId.parse(Channel.USER, text);
        // Then
        assertThat(id).map(StreamId::toString).hasValue(text);
    }

    @Test
    void anIdOfAnotherChannelIsNone() {
        assertThat(StreamId.parse(Channel.USER, "1-2")).isEmpty();
        assertThat(StreamId.parse(Channel.SESSION, "1")).isEmpty();
        assertThat(StreamId.parse(Channel.SESSION, "1-2-3")).isEmpty();
    }
}
