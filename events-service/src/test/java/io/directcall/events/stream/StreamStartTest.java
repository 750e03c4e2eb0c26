package io.directcall.events.stream;

import static io.directcall.events.testing.Positions.sessionAt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.directcall.events.fanout.StartFrom;
import io.directcall.events.position.Channel;
import io.directcall.service.error.ApiException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StreamStartTest {
    private static final StreamStart.Defaults DEFAULTS =
            new StreamStart.Defaults(Channel.SESSION, Duration.ofSeconds(1), new StartFrom.Now());

    @Test
    void startsAtTheCursorLessTheMargin() {
        // When
        StreamStart start = parse(Map.of("cursor", "10000"), null);
        // Then
        assertThat(start.from()).isEqualTo(new StartFrom.Since(Instant.ofEpochMilli(9000)));
    }

    @Test
    void theHeaderWinsOverTheQueryAndTheCursor() {
        // When
        StreamStart start = parse(Map.of("lastEventId", "1-1", "cursor", "10000"), "5-6");
        // Then
        assertThat(start.from()).isEqualTo(new StartFrom.Resume(sessionAt(5, 6)));
    }

    @Test
    void resumesByTheQueryToo() {
        // When
        StreamStart start = parse(Map.of("lastEventId", "5-6-end"), "");
        // Then
        assertThat(start.over()).isTrue();
    }

    @Test
    void withoutBothItStartsNow() {
        // When
        StreamStart start = parse(Map.of(), null);
        // Then
        assertThat(start).isEqualTo(new StreamStart(new StartFrom.Now(), false));
    }

    @ParameterizedTest
    @CsvSource({"lastEventId,abc", "cursor,abc", "cursor,-1", "cursor,1e9", "cursor,1234567890123456"})
    void namesWhatIsWrong(String parameter, String value) {
        assertThatThrownBy(() -> parse(Map.of(parameter, value), null))
                .isInstanceOf(ApiException.class)
                .hasMessageContaining(parameter.equals("lastEventId") ? "Last-Event-ID" : parameter);
    }

    private static StreamStart parse(Map<String, String> query, String lastEventId) {
        return StreamStart.parse(query::get, lastEventId, DEFAULTS);
    }
}
