package io.directcall.events.position;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PositionTest {
    private final Position position = new Position(10, 20);

    @Test
    void isTheNextOffsetOfEachTopic() {
        // Then
        assertThat(position.isPast(Source.SESSION, 9)).isTrue();
        assertThat(position.isPast(Source.SESSION, 10)).isFalse();
        assertThat(position.isPast(Source.MEDIA, 19)).isTrue();
        assertThat(position.isPast(Source.MEDIA, 20)).isFalse();
    }

    @Test
    void coversOnlyWhatIsBehindInBothTopics() {
        // Then
        assertThat(position.covers(new Position(10, 20))).isTrue();
        assertThat(position.covers(new Position(9, 20))).isTrue();
        assertThat(position.covers(new Position(9, 21))).isFalse();
    }

    @Test
    void takesTheFurtherOfEachTopic() {
        // When
        Position max = position.max(new Position(9, 21));
        // Then
        assertThat(max).isEqualTo(new Position(10, 21));
    }
}
