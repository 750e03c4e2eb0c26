package io.directcall.events.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.directcall.events.fanout.StartFrom;
import io.directcall.events.position.Position;
import io.directcall.service.error.ApiException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StreamRequestTest {
    @Test
    void startsAtTheCursorLessTheMargin() {
        // When
        StreamRequest request = parse(Map.of("participantId", "p1", "cursor", "10000"), null);
        // Then
        assertThat(request.from()).isEqualTo(new StartFrom.Since(Instant.ofEpochMilli(9000)));
        assertThat(request.participantId()).isEqualTo("p1");
        assertThat(request.fromJoin()).isTrue();
    }

    @Test
    void theHeaderWinsOverTheQueryAndTheCursor() {
        // When
        StreamRequest request = parse(Map.of("lastEventId", "1-1", "cursor", "10000"), "5-6");
        // Then
        assertThat(request.from()).isEqualTo(new StartFrom.Resume(new Position(5, 6)));
        assertThat(request.fromJoin()).isFalse();
    }

    @Test
    void resumesByTheQueryToo() {
        // When
        StreamRequest request = parse(Map.of("lastEventId", "5-6-end"), "");
        // Then
        assertThat(request.over()).isTrue();
    }

    @Test
    void withoutBothItStartsNow() {
        // When
        StreamRequest request = parse(Map.of(), null);
        // Then
        assertThat(request).isEqualTo(new StreamRequest(null, new StartFrom.Now(), false));
    }

    @ParameterizedTest
    @CsvSource({
        "lastEventId,abc",
        "cursor,abc",
        "cursor,-1",
        "cursor,1e9",
        "cursor,1234567890123456",
        "participantId,a/b"
    })
    void namesWhatIsWrong(String parameter, String value) {
        assertThatThrownBy(() -> parse(Map.of(parameter, value), null))
                .isInstanceOf(ApiException.class)
                .hasMessageContaining(parameter.equals("lastEventId") ? "Last-Event-ID" : parameter);
    }

    private static StreamRequest parse(Map<String, String> query, String lastEventId) {
        return StreamRequest.parse(query::get, lastEventId, Duration.ofSeconds(1));
    }
}
