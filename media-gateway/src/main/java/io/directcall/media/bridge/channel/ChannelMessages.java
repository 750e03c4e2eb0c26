package io.directcall.media.bridge.channel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;

/** The messages of the bridge channel that matter here. Others, and what can't be read, are skipped. */
final class ChannelMessages {
    /** The first message on each socket. */
    static final String HELLO = "{\"colibriClass\":\"ClientHello\"}";

    private static final int BITS_PER_KBIT = 1000;

    private static final ObjectMapper JSON = new ObjectMapper();

    private ChannelMessages() {}

    static String write(ReceiverConstraints constraints) {
        try {
            return JSON.writeValueAsString(constraints);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** @param ownId the endpoint whose channel it came on */
    static Optional<Observation> read(String ownId, String message) {
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
            case "ConnectionStats" -> downlink(ownId, node.path("estimatedDownlinkBandwidth"));
            default -> Optional.empty();
        };
    }

    private static Optional<Observation> downlink(String ownId, JsonNode bitsPerSecond) {
        boolean known = bitsPerSecond.isNumber() && bitsPerSecond.asDouble() >= 0;
        return known
                ? Optional.of(new Observation.Downlink(ownId, (int) (bitsPerSecond.asDouble() / BITS_PER_KBIT)))
                : Optional.empty();
    }

    private static Optional<String> id(JsonNode node, String field) {
        String id = node.path(field).asText("");
        return id.isEmpty() || id.equals("null") ? Optional.empty() : Optional.of(id);
    }
}
