package io.directcall.bridge.colibri;

import com.fasterxml.jackson.databind.JsonNode;
import io.directcall.bridge.conference.MediaKind;
import io.directcall.bridge.conference.SourceDescription;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads the {@code sources} of an endpoint. */
final class SourceReader {
    private static final long LARGEST_SSRC = 0xFFFF_FFFFL;

    private SourceReader() {}

    static List<SourceDescription> read(JsonNode sources) {
        List<SourceDescription> descriptions = new ArrayList<>();
        for (JsonNode source : sources) {
            descriptions.add(source(source));
        }
        return descriptions;
    }

    private static SourceDescription source(JsonNode json) {
        MediaKind kind = MediaKind.parse(json.path("type").asText())
                .orElseThrow(() -> ColibriException.malformed("source type must be set"));
        List<SourceDescription.Retransmitted> pairs = new ArrayList<>();
        Set<Integer> retransmitting = new HashSet<>();
        List<Integer> simulcast = new ArrayList<>();
        for (JsonNode group : json.path("ssrc-groups")) {
            JsonNode members = group.path("sources");
            String semantics = group.path("semantics").asText();
            if (semantics.equalsIgnoreCase("SIM")) {
                members.forEach(member -> simulcast.add(ssrc(member)));
            } else if (semantics.equalsIgnoreCase("FID") && members.size() == 2) {
                int by = ssrc(members.get(1));
                pairs.add(new SourceDescription.Retransmitted(ssrc(members.get(0)), by));
                retransmitting.add(by);
            }
        }
        List<Integer> primary = new ArrayList<>();
        boolean desktop = false;
        for (JsonNode member : json.path("sources")) {
            int ssrc = ssrc(member);
            desktop |= member.path("videoType").asText().equalsIgnoreCase("desktop");
            if (!retransmitting.contains(ssrc)) {
                primary.add(ssrc);
            }
        }
        simulcast.retainAll(primary);
        return new SourceDescription(name(json), kind, desktop, primary, simulcast, pairs);
    }

    private static String name(JsonNode json) {
        String id = json.path("id").asText();
        return id.isEmpty() ? json.path("sources").path(0).path("name").asText() : id;
    }

    /** Groups list plain numbers, sources objects. */
    private static int ssrc(JsonNode json) {
        JsonNode value = json.isObject() ? json.path("ssrc") : json;
        if (!value.isIntegralNumber() || value.longValue() < 0 || value.longValue() > LARGEST_SSRC) {
            throw ColibriException.malformed("ssrc must be a number of 32 bits");
        }
        return (int) value.longValue();
    }
}
