package io.directcall.system.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.directcall.system.conformance.StrictParser.Event;
import io.directcall.system.support.SharedSuite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;

/** Raw streams and what a page is told of them. The tests of the SDK read the same file. */
final class StreamCases {
    private StreamCases() {}

    /**
     * One of them.
     *
     * @param lastEventId null when the events tell it
     * @param retry null when there is none
     */
    record StreamCase(String name, String stream, List<Event> events, String lastEventId, Long retry) {
        byte[] bytes() {
            return stream.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static List<StreamCase> all() {
        try {
            JsonNode cases = new ObjectMapper()
                    .readTree(SharedSuite.CHECKOUT
                            .resolve("web-sdk/test/support/event-stream-cases.json")
                            .toFile());
            return StreamSupport.stream(cases.spliterator(), false)
                    .map(StreamCases::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static StreamCase read(JsonNode one) {
        List<Event> events = StreamSupport.stream(one.get("events").spliterator(), false)
                .map(event -> new Event(
                        event.get(0).asText(),
                        event.get(1).asText(),
                        event.get(2).asText()))
                .toList();
        return new StreamCase(
                one.get("name").asText(),
                one.get("stream").asText(),
                events,
                one.has("lastEventId") ? one.get("lastEventId").asText() : null,
                one.has("retry") ? one.get("retry").asLong() : null);
    }
}
