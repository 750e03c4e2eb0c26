package io.directcall.events.log;

import static io.directcall.events.testing.Positions.sessionAt;
import static org.assertj.core.api.Assertions.assertThat;

import io.directcall.events.position.Position;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecentEventsTest {
    private static final Position START = sessionAt(100, 200);

    private final TestEvents log = new TestEvents(START);
    private final RecentEvents recent = new RecentEvents(START, 3, 10_000);

    @Test
    void reachesBackToItsStart() {
        // When
        recent.append(log.session("s", "A"));
        // Then
        assertThat(recent.head()).isEqualTo(sessionAt(101, 200));
        assertThat(recent.reachesBackTo(START)).isTrue();
        assertThat(recent.reachesBackTo(sessionAt(99, 200))).isFalse();
        assertThat(recent.reachesBackTo(sessionAt(101, 199))).isFalse();
    }

    @Test
    void forgetsTheOldestWhenThereAreTooMany() {
        // Given
        recent.append(log.session("s", "A"));
        recent.append(log.media("s", "B", null, null));
        recent.append(log.session("s", "C"));
        // When
        recent.append(log.session("s", "D"));
        // Then
        assertThat(recent.base()).isEqualTo(sessionAt(101, 200));
        assertThat(typesOf("s")).containsExactly("B", "C", "D");
    }

    @Test
    void forgetsTheOldestWhenTheyAreTooLarge() {
        // Given
        LogEvent first = log.session("s", "A");
        RecentEvents small = new RecentEvents(START, 100, first.frame().size());
        small.append(first);
        // When
        small.append(log.session("s", "B"));
        // Then
        assertThat(small.base()).isEqualTo(sessionAt(101, 200));
    }

    @Test
    void showsTheEventsOfOneSession() {
        // Given
        recent.append(log.session("s", "A"));
        recent.append(log.session("other", "B"));
        recent.append(log.media("s", "C", null, null));
        // When
        List<String> types = typesOf("s");
        // Then
        assertThat(types).containsExactly("A", "C");
    }

    @Test
    void findsThePlaceOfATime() {
        // Given: at 1010, 1020, 1030
        recent.append(log.session("s", "A"));
        recent.append(log.media("s", "B", null, null));
        recent.append(log.session("s", "C"));
        // When
        var position = recent.positionAt(Instant.ofEpochMilli(1025));
        // Then
        assertThat(position).hasValue(sessionAt(101, 201));
    }

    @Test
    void doesNotGuessWhenOlderEventsMayBelong() {
        // Given: no media event older than the time is known
        recent.append(log.session("s", "A"));
        recent.append(log.session("s", "C"));
        // When
        var position = recent.positionAt(Instant.ofEpochMilli(1015));
        // Then
        assertThat(position).isEmpty();
    }

    @Test
    void knowsThatNothingIsOlderThanTheFirstRecord() {
        // Given
        RecentEvents fromTheBeginning = new RecentEvents(sessionAt(0, 0), 3, 10_000);
        // When
        var position = fromTheBeginning.positionAt(Instant.ofEpochMilli(5));
        // Then
        assertThat(position).hasValue(sessionAt(0, 0));
    }

    private List<String> typesOf(String sessionId) {
        List<String> types = new ArrayList<>();
        recent.forEach(sessionId, event -> types.add(event.envelope().type()));
        return types;
    }
}
