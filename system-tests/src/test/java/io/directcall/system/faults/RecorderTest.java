package io.directcall.system.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.directcall.contracts.session.SessionEvent;
import io.directcall.system.client.SseParser.Event;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecorderTest {
    private final List<SessionEvent> told = new ArrayList<>();
    private final Recorder recorder = new Recorder(null, 0, told::add);

    @ParameterizedTest
    @ValueSource(strings = {"OfferReady", "EndpointLost", "ConnectionQualityChanged", "ConferenceMoved"})
    void leavesOutEventsOfMedia(String type) {
        // When
        recorder.accept(new Event("1-1", type, "{\"type\":\"" + type + "\"}"));

        // Then
        assertThat(told).isEmpty();
    }

    @Test
    void writesDownEventsOfTheSession() {
        // When
        recorder.accept(new Event(
                "7-1",
                "KeptAlive",
                "{\"type\":\"KeptAlive\",\"sessionId\":\"s\",\"seq\":3,\"at\":\"2026-01-01T00:00:00Z\"}"));

        // Then
        assertThat(told).singleElement().isInstanceOf(SessionEvent.KeptAlive.class);
    }
}
