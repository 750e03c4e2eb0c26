package io.directcall.events.position;

import static io.directcall.events.testing.Positions.sessionAt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PositionTest {
    private final Position position = sessionAt(10, 20);

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
        assertThat(position.covers(sessionAt(10, 20))).isTrue();
        assertThat(position.covers(sessionAt(9, 20))).isTrue();
        assertThat(position.covers(sessionAt(9, 21))).isFalse();
    }

    @Test
    void takesTheFurtherOfEachTopic() {
        // When
        Position max = position.max(sessionAt(9, 21));
        // Then
        assertThat(max).isEqualTo(sessionAt(10, 21));
    }

    @Test
    void takesTheLessFarOfEachTopic() {
        assertThat(position.min(sessionAt(9, 21))).isEqualTo(sessionAt(9, 20));
    }

    @Test
    void ofAUserIsOneNumber() {
        // Given
        Position user = Position.zero(Channel.USER).with(Source.USER, 3);
        // Then
        assertThat(user).hasToString("3").isNotEqualTo(position);
        assertThat(user.minus(2).of(Source.USER)).isEqualTo(1);
        assertThatThrownBy(() -> user.of(Source.MEDIA)).isInstanceOf(IllegalArgumentException.class);
    }
}
