package io.directcall.bridge.channel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The messages that the bridge sends on its channel, named by {@code colibriClass}. */
public final class ChannelMessages {
    static final String CLASS = "colibriClass";
    private static final ObjectMapper JSON = new ObjectMapper();

    private ChannelMessages() {}

    public static String serverHello() {
        return text(message("ServerHello"));
    }

    public static String dominantSpeaker(String endpoint, List<String> previous) {
        ObjectNode message = message("DominantSpeakerEndpointChangeEvent").put("dominantSpeakerEndpoint", endpoint);
        previous.forEach(message.putArray("previousSpeakers")::add);
        return text(message.put("silence", false));
    }

    /** The flag is a string, as Jitsi Videobridge writes it. */
    public static String connectivity(String endpoint, boolean active) {
        return text(message("EndpointConnectivityStatusChangeEvent")
                .put("endpoint", endpoint)
                .put("active", String.valueOf(active)));
    }

    public static String forwardedSources(Collection<String> sources) {
        ObjectNode message = message("ForwardedSources");
        sources.forEach(message.putArray("forwardedSources")::add);
        return text(message);
    }

    public static String senderSourceConstraints(String source, int maxHeight) {
        return text(message("SenderSourceConstraints").put("sourceName", source).put("maxHeight", maxHeight));
    }

    public static String connectionStats(long downlinkBitsPerSecond) {
        return text(message("ConnectionStats").put("estimatedDownlinkBandwidth", downlinkBitsPerSecond));
    }

    private static ObjectNode message(String type) {
        return JSON.createObjectNode().put(CLASS, type);
    }

    /** Empty when the text is no JSON object. */
    static Optional<ObjectNode> read(String text) {
        try {
            return JSON.readTree(text) instanceof ObjectNode node ? Optional.of(node) : Optional.empty();
        } catch (JsonProcessingException malformed) {
            return Optional.empty();
        }
    }

    static String text(ObjectNode message) {
        try {
            return JSON.writeValueAsString(message);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree of nodes can be written", impossible);
        }
    }
}
