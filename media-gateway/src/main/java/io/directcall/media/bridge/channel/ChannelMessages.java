package io.directcall.media.bridge.channel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Optional;

/** The messages of the bridge channel that matter here. Others, and what can't be read, are skipped. */
final class ChannelMessages {
    /** All sources of all others; 720 is the height that the bridge is asked for at most. */
    static final List<String> GREETING = List.of(
            "{\"colibriClass\":\"ClientHello\"}",
            "{\"colibriClass\":\"ReceiverVideoConstraints\",\"lastN\":-1,\"defaultConstraints\":{\"maxHeight\":720}}");

    private static final ObjectMapper JSON = new ObjectMapper();

    private ChannelMessages() {}

    static Optional<Observation> read(String message) {
        JsonNode node;
        try {
            node = JSON.readTree(message);
        } catch (JsonProcessingException notJson) {
            return Optional.empty();
        }
        return switch (node.path("colibriClass").asText()) {
            case "DominantSpeakerEndpointChangeEvent" ->
                id(node, "dominantSpeakerEndpoint").map(Observation.Speaker::new);
            case "EndpointConnectivityStatusChangeEvent" ->
                id(node, "endpoint")
                        // A string in the bridge's JSON.
                        .map(id -> new Observation.Connectivity(
                                id, node.path("active").asBoolean()));
            default -> Optional.empty();
        };
    }

    private static Optional<String> id(JsonNode node, String field) {
        String id = node.path(field).asText("");
        return id.isEmpty() || id.equals("null") ? Optional.empty() : Optional.of(id);
    }
}
