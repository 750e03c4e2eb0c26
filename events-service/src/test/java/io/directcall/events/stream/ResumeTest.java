package io.directcall.events.stream;

import static io.directcall.events.testing.EventLog.numbered;
import static org.assertj.core.api.Assertions.assertThat;

import io.directcall.contracts.topic.Topic;
import io.directcall.events.testing.SmallLimits;
import io.directcall.events.testing.SseClient;
import io.directcall.events.testing.SseEvent;
import io.directcall.events.testing.Streams;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(SmallLimits.class)
class ResumeTest {
    private static final int MORE_THAN_IN_MEMORY = SmallLimits.MEMORY_EVENTS * 3;

    private static Streams streams;

    private final String session = Streams.newSession();

    @BeforeAll
    static void start() {
        streams = new Streams();
    }

    @AfterAll
    static void stop() {
        streams.close();
    }

    @Test
    void goesOnAfterTheLastEventFromMemory() {
        // Given
        String id = idAfterFirstEvent();
        streams.log().session(session, numbered(1));
        streams.log().media(session, numbered(2));
        // When
        try (SseClient alice = streams.open(session, "alice", "", "Last-Event-ID", id)) {
            // Then
            assertThat(alice.awaitEvents(2)).extracting(SseEvent::data).containsExactlyElementsOf(numbered(1, 3));
        }
    }

    @Test
    void theIdMayStandInTheQuery() {
        // Given
        String id = idAfterFirstEvent();
        streams.log().session(session, numbered(1));
        // When
        try (SseClient alice = streams.open(session, "alice", "&lastEventId=" + id)) {
            // Then
            assertThat(alice.awaitEvents(1)).extracting(SseEvent::data).containsExactly(numbered(1));
        }
    }

    @Test
    void goesOnAfterTheLastEventFromKafkaWhenMemoryIsTooShort() {
        // Given: a live stream keeps the partition read
        String id = idAfterFirstEvent();
        try (SseClient bob = streams.open(session, "bob", "")) {
            publish(1, MORE_THAN_IN_MEMORY);
            bob.awaitEvents(MORE_THAN_IN_MEMORY - 1);
            // When
            try (SseClient alice = streams.open(session, "alice", "", "Last-Event-ID", id)) {
                publish(MORE_THAN_IN_MEMORY, MORE_THAN_IN_MEMORY + 5);
                // Then
                assertThat(alice.awaitEvents(MORE_THAN_IN_MEMORY + 4))
                        .extracting(SseEvent::data)
                        .containsExactlyElementsOf(numbered(1, MORE_THAN_IN_MEMORY + 5));
            }
        }
    }

    @Test
    void goesOnFromKafkaWhenNobodyReadThePartitionMeanwhile() {
        // Given: more than is read for the first subscriber of a partition
        String id = idAfterFirstEvent();
        publish(1, MORE_THAN_IN_MEMORY);
        // When
        try (SseClient alice = streams.open(session, "alice", "", "Last-Event-ID", id)) {
            // Then
            assertThat(alice.awaitEvents(MORE_THAN_IN_MEMORY - 1))
                    .extracting(SseEvent::data)
                    .containsExactlyElementsOf(numbered(1, MORE_THAN_IN_MEMORY));
        }
    }

    @Test
    void saysSoWhenEventsAreGoneByRetention() {
        // Given
        String id = idAfterFirstEvent();
        publish(1, MORE_THAN_IN_MEMORY);
        RecordMetadata kept = streams.log().session(session, numbered(MORE_THAN_IN_MEMORY));
        streams.log().deleteBefore(Topic.SESSION_EVENTS, kept.partition(), kept.offset());
        // When
        try (SseClient alice = streams.open(session, "alice", "", "Last-Event-ID", id)) {
            // Then
            List<SseEvent> events = alice.awaitEvents(2);
            assertThat(events).extracting(SseEvent::type).startsWith("gap", "DominantSpeakerChanged");
            assertThat(events.get(0).data()).startsWith("{\"from\":\"" + id + "\",\"to\":\"" + kept.offset() + "-");
            assertThat(events.get(1).data()).isEqualTo(numbered(MORE_THAN_IN_MEMORY));
        }
    }

    @Test
    void saysSoWhenTheIdIsOfAnotherLog() {
        // When
        try (SseClient alice = streams.open(session, "alice", "", "Last-Event-ID", "999999999-0")) {
            alice.awaitEvents(1);
            streams.log().session(session, numbered(1));
            // Then
            List<SseEvent> events = alice.awaitEvents(2);
            assertThat(events).extracting(SseEvent::type).containsExactly("gap", "DominantSpeakerChanged");
        }
    }

    private String idAfterFirstEvent() {
        try (SseClient alice = streams.open(session, "alice", "")) {
            streams.log().media(session, numbered(0));
            streams.log().session(session, numbered(0));
            return alice.awaitEvents(2).get(1).id();
        }
    }

    private void publish(int from, int to) {
        for (String event : numbered(from, to)) {
            streams.log().session(session, event);
        }
    }
}
