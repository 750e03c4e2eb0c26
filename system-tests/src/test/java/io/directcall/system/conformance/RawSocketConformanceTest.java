package io.directcall.system.conformance;

import static io.directcall.system.support.Waiting.within;
import static org.assertj.core.api.Assertions.assertThat;

import io.directcall.system.conformance.Room.Person;
import io.directcall.system.conformance.StrictParser.Event;
import java.io.EOFException;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Clients that break off and clients that are slow, on plain sockets; and a silent stream, opened before the first test for it takes long. */
@ExtendWith(Target.Resolver.class)
class RawSocketConformanceTest {
    private static Target target;
    private static LiveStream silent;

    @BeforeAll
    static void begin(Target tested) {
        target = tested;
        Room silentRoom = new Room(tested.api());
        Person viewer = silentRoom.guest("viewer");
        silent = LiveStream.open(
                target.stream("sessions/" + silentRoom.session() + "/events"), "callToken", viewer.callToken());
    }

    @AfterAll
    static void close() {
        silent.close();
    }

    private static List<String> changes(List<Event> events) {
        return events.stream()
                .filter(event -> event.type().equals("ParticipantUpdated"))
                .map(Event::data)
                .toList();
    }

    /** What somebody receives whose connection stays. */
    private static List<String> all(URI uri, Person who, int count) {
        try (LiveStream stream = LiveStream.open(uri, "callToken", who.callToken())) {
            stream.awaitChanges(count);
            return changes(stream.events());
        }
    }

    @Test
    void a_client_that_is_cut_off_in_the_middle_of_a_frame_has_each_event_once() throws IOException {
        // Given
        int count = 12;
        Room room = new Room(target.api());
        Person ada = room.join("participant");
        room.wave(ada, count);
        URI uri = target.stream(room.fromJoin(ada));
        List<String> expected = all(uri, ada, count);
        List<String> received = new ArrayList<>();
        String id = "";

        // When: each connection ends some bytes further in a frame
        for (int intoTheNext = 1; received.size() < count; intoTheNext += 23) {
            try (RawStream stream = RawStream.open(uri, ada.callToken(), id)) {
                while (changes(stream.events()).isEmpty()) {
                    stream.take(1);
                }
                if (received.size() + 1 < count) {
                    stream.takeExactly(intoTheNext);
                }
                received.addAll(changes(stream.events()));
                id = stream.lastEventId();
            }
        }

        // Then
        assertThat(received).isEqualTo(expected);
    }

    @Test
    void a_client_that_takes_little_at_a_time_misses_nothing() throws IOException {
        // Given
        int count = 40;
        Room room = new Room(target.api());
        Person ada = room.join("participant");
        URI uri = target.stream(room.fromJoin(ada));
        try (RawStream slow = RawStream.open(uri, ada.callToken(), "")) {
            // When
            room.wave(ada, count);
            while (changes(slow.events()).size() < count) {
                slow.take(7);
            }

            // Then
            assertThat(changes(slow.events())).isEqualTo(all(uri, ada, count));
        }
    }

    /** Such a stream may end or go on. */
    @Test
    void a_client_that_closes_its_half_of_the_connection_has_each_event_once() throws IOException {
        // Given
        int count = 12;
        Room room = new Room(target.api());
        Person ada = room.join("participant");
        URI uri = target.stream(room.fromJoin(ada));
        List<String> received = new ArrayList<>();
        String id;
        try (RawStream half = RawStream.open(uri, ada.callToken(), "")) {
            // When
            half.closeOutput();
            room.wave(ada, count);
            takeChanges(half, count);
            received.addAll(changes(half.events()));
            id = half.lastEventId();
        }

        // Then
        try (RawStream whole = RawStream.open(uri, ada.callToken(), id)) {
            takeChanges(whole, count - received.size());
            received.addAll(changes(whole.events()));
        }
        assertThat(received).isEqualTo(all(uri, ada, count));
    }

    /** Fewer when the stream ends. */
    private static void takeChanges(RawStream stream, int count) throws IOException {
        try {
            while (changes(stream.events()).size() < count) {
                stream.take(64);
            }
        } catch (EOFException ended) {
            // Whoever asked goes by what has come.
        }
    }

    @Test
    void a_silent_stream_has_a_heartbeat() {
        // When
        within(60).until(() -> silent.comments().contains("heartbeat"));

        // Then
        assertThat(silent.events()).isEmpty();
    }
}
