package io.directcall.media.conference.store;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import io.directcall.contracts.media.TrackKind;
import io.directcall.media.conference.Source;
import io.directcall.media.sdp.Layer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads sources as they are stored, and as they were before they had layers: with the list of their one or two SSRCs. */
final class SourceDeserializer extends StdDeserializer<Source> {
    private static final long serialVersionUID = 1;

    SourceDeserializer() {
        super(Source.class);
    }

    @Override
    public Source deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        JsonNode stored = context.readTree(parser);
        return new Source(
                stored.path("participantId").asText(),
                context.readTreeAsValue(stored.path("kind"), TrackKind.class),
                stored.has("ssrcs") ? List.of(single(stored.path("ssrcs"))) : layers(stored.path("layers"), context));
    }

    private static Layer single(JsonNode ssrcs) {
        return new Layer(ssrcs.path(0).asLong(), ssrcs.has(1) ? ssrcs.path(1).asLong() : null);
    }

    private static List<Layer> layers(JsonNode stored, DeserializationContext context) throws IOException {
        var layers = new ArrayList<Layer>();
        for (JsonNode layer : stored) {
            layers.add(context.readTreeAsValue(layer, Layer.class));
        }
        return layers;
    }
}
