package io.directcall.bridge.health;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.directcall.bridge.conference.Conference;
import io.directcall.bridge.conference.Conferences;
import io.directcall.bridge.conference.Endpoint;
import io.directcall.bridge.conference.SourceDescription;
import io.directcall.bridge.media.Counters;

/** All that operators and tests may want to see of running conferences. Holds no secrets. */
public final class DebugView {
    private static final ObjectMapper JSON = new ObjectMapper();

    private DebugView() {}

    public static ObjectNode of(Conferences conferences) {
        ObjectNode view = JSON.createObjectNode();
        ArrayNode list = view.putArray("conferences");
        conferences.all().forEach(conference -> conference(list.addObject(), conference));
        return view;
    }

    /** Which conferences and endpoints there are, in the words of Jitsi Videobridge. */
    public static ObjectNode brief(Conferences conferences) {
        ObjectNode view = JSON.createObjectNode();
        ObjectNode list = view.putObject("conferences");
        conferences.all().forEach(conference -> {
            ObjectNode endpoints = list.putObject(conference.id())
                    .put("id", conference.id())
                    .put("meeting_id", conference.meetingId())
                    .putObject("endpoints");
            conference.endpoints().forEach(endpoint -> endpoints.putNull(endpoint.id()));
        });
        return view;
    }

    private static void conference(ObjectNode view, Conference conference) {
        view.put("meetingId", conference.meetingId())
                .put("id", conference.id())
                .put("dominantSpeaker", conference.dominantSpeaker().orElse(null))
                .put("packetsResent", conference.resentPackets());
        ArrayNode endpoints = view.putArray("endpoints");
        conference.endpoints().forEach(endpoint -> endpoint(endpoints.addObject(), endpoint));
    }

    private static void endpoint(ObjectNode view, Endpoint endpoint) {
        Counters counters = endpoint.media().counters();
        view.put("id", endpoint.id())
                .put("state", endpoint.media().state().name())
                .put("active", endpoint.isActive())
                .put("remoteCredentials", endpoint.media().hasRemoteCredentials())
                .put("selectedAddress", endpoint.media().selectedAddress())
                .put("channelOpen", endpoint.channel().isOpen())
                .put("packetsIn", counters.packetsIn())
                .put("bytesIn", counters.bytesIn())
                .put("packetsOut", counters.packetsOut())
                .put("bytesOut", counters.bytesOut())
                .put("packetsRefused", counters.refusedPackets())
                .put("packetsUnsignalled", counters.unsignalledPackets());
        view.putObject("forceMute")
                .put("audio", endpoint.forceMute().audio())
                .put("video", endpoint.forceMute().video());
        view.set("constraints", JSON.valueToTree(endpoint.constraints()));
        view.set("forwarded", JSON.valueToTree(endpoint.forwarded()));
        ArrayNode sources = view.putArray("sources");
        endpoint.sources().forEach(source -> source(sources.addObject(), source));
    }

    private static void source(ObjectNode view, SourceDescription source) {
        view.put("name", source.name()).put("kind", source.kind().name()).put("desktop", source.desktop());
        ArrayNode primary = view.putArray("ssrcs");
        source.primary().forEach(ssrc -> primary.add(Integer.toUnsignedLong(ssrc)));
        ArrayNode retransmissions = view.putArray("retransmissionSsrcs");
        source.retransmissions().forEach(pair -> retransmissions.add(Integer.toUnsignedLong(pair.by())));
    }
}
