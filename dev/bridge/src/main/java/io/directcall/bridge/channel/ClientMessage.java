package io.directcall.bridge.channel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.directcall.bridge.subscription.AudioSubscription;
import io.directcall.bridge.subscription.ReceiverConstraints;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the holder of an endpoint's channel says. */
public sealed interface ClientMessage {
    record Hello() implements ClientMessage {}

    record Constraints(ReceiverConstraints.Update update) implements ClientMessage {}

    record Audio(AudioSubscription subscription) implements ClientMessage {}

    /** To be passed on; {@code to} is empty for everybody. */
    record Relayed(String to, ObjectNode message) implements ClientMessage {
        /** The JSON with its author in it. */
        public String from(String endpoint) {
            return ChannelMessages.text(message.deepCopy().put("from", endpoint));
        }
    }

    /** Known to Jitsi Videobridge, of no effect here. */
    record Ignored(String type) implements ClientMessage {}

    /** Empty when the text is no message. */
    static Optional<ClientMessage> parse(String text) {
        return ChannelMessages.read(text).flatMap(ClientMessage::parse);
    }

    private static Optional<ClientMessage> parse(ObjectNode node) {
        String type = node.path(ChannelMessages.CLASS).asText();
        return switch (type) {
            case "" -> Optional.empty();
            case "ClientHello" -> Optional.of(new Hello());
            case "ReceiverVideoConstraints" -> Optional.of(new Constraints(constraints(node)));
            case "LastNChangedEvent" ->
                integer(node, "lastN").map(n -> new Constraints(ReceiverConstraints.Update.lastN(n)));
            case "ReceiverAudioSubscription" -> audio(node);
            case "EndpointMessage" -> Optional.of(new Relayed(node.path("to").asText(), node));
            case "EndpointStats" -> Optional.of(new Relayed("", node));
            default -> Optional.of(new Ignored(type));
        };
    }

    private static ReceiverConstraints.Update constraints(ObjectNode node) {
        Optional<List<String>> preferred = Optional.empty();
        if (node.has("onStageSources") || node.has("selectedSources")) {
            List<String> names = new ArrayList<>(strings(node.path("onStageSources")));
            names.addAll(strings(node.path("selectedSources")));
            preferred = Optional.of(names);
        }
        Optional<Map<String, Integer>> heights = Optional.empty();
        if (node.path("constraints").isObject()) {
            Map<String, Integer> named = new HashMap<>();
            for (Map.Entry<String, JsonNode> entry : node.path("constraints").properties()) {
                integer(entry.getValue(), "maxHeight").ifPresent(height -> named.put(entry.getKey(), height));
            }
            heights = Optional.of(named);
        }
        return new ReceiverConstraints.Update(
                integer(node, "lastN"), preferred, integer(node.path("defaultConstraints"), "maxHeight"), heights);
    }

    private static Optional<ClientMessage> audio(ObjectNode node) {
        return switch (node.path("mode").asText()) {
            case "All" -> Optional.of(new Audio(new AudioSubscription.All()));
            case "None" -> Optional.of(new Audio(new AudioSubscription.None()));
            case "Custom" -> {
                Set<String> include = new HashSet<>(strings(node.path("include")));
                Set<String> exclude = new HashSet<>(strings(node.path("exclude")));
                yield Optional.of(new Audio(new AudioSubscription.Custom(include, exclude)));
            }
            default -> Optional.empty();
        };
    }

    private static List<String> strings(JsonNode array) {
        List<String> values = new ArrayList<>();
        array.forEach(value -> values.add(value.asText()));
        return values;
    }

    private static Optional<Integer> integer(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isInt() ? Optional.of(value.intValue()) : Optional.empty();
    }
}
