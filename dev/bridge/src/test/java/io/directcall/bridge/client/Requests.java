package io.directcall.bridge.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;

/** Bodies of colibri2 requests. */
public final class Requests {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TRANSPORT_CC =
            "http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01";

    private Requests() {}

    public static String newMeeting() {
        return "meeting-" + UUID.randomUUID();
    }

    public static ObjectNode object() {
        return JSON.createObjectNode();
    }

    /** JSON with apostrophes for quotes. */
    public static ObjectNode json(String text) {
        try {
            return (ObjectNode) JSON.readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Creates the conference and, in the same request, its first endpoint. */
    public static ObjectNode newConference(String meeting, ObjectNode... endpoints) {
        ObjectNode request = endpoints(endpoints).put("meeting-id", meeting).put("create", true);
        return request.put("name", meeting + "@example.org");
    }

    public static ObjectNode endpoints(ObjectNode... endpoints) {
        ObjectNode request = object();
        ArrayNode list = request.putArray("endpoints");
        for (ObjectNode endpoint : endpoints) {
            list.add(endpoint);
        }
        return request;
    }

    /** An endpoint with microphone and camera, as the gateway signals it. */
    public static ObjectNode newEndpoint(String id) {
        ObjectNode endpoint =
                json("{'create':true,'transport':{'ice-controlling':true},'capabilities':['source-names'],"
                        + "'medias':[{'type':'audio','payload-types':[{'id':'111','name':'opus','clockrate':'48000',"
                        + "'channels':'2','parameters':{},'rtcp-fbs':[{'type':'transport-cc'}]}],'rtp-hdrexts':["
                        + "{'id':1,'uri':'urn:ietf:params:rtp-hdrext:ssrc-audio-level'},{'id':5,'uri':'" + TRANSPORT_CC
                        + "'}]},"
                        + "{'type':'video','payload-types':[{'id':'100','name':'VP8','clockrate':'90000',"
                        + "'rtcp-fbs':[{'type':'nack'},{'type':'nack','subtype':'pli'},{'type':'transport-cc'}]},"
                        + "{'id':'96','name':'rtx','clockrate':'90000','parameters':{'apt':'100'}}],"
                        + "'rtp-hdrexts':[{'id':5,'uri':'" + TRANSPORT_CC + "'},"
                        + "{'id':4,'uri':'urn:ietf:params:rtp-hdrext:sdes:mid'}]}]}");
        return endpoint.put("id", id);
    }

    public static ObjectNode expired(String id) {
        return object().put("id", id).put("expire", true);
    }

    /** Sources of a microphone and of a camera with retransmission. */
    public static ObjectNode sources(String id, long audio, long video, long rtx) {
        return json(
                ("{'id':'%1$s','sources':[{'type':'audio','id':'%1$s-a0','sources':[{'ssrc':%2$d,'name':'%1$s-a0'}]},"
                                + "{'type':'video','id':'%1$s-v0','sources':["
                                + "{'ssrc':%3$d,'name':'%1$s-v0','videoType':'camera'},{'ssrc':%4$d,'name':'%1$s-v0'}],"
                                + "'ssrc-groups':[{'semantics':'FID','sources':[%3$d,%4$d]}]}]}")
                        .formatted(id, audio, video, rtx));
    }

    /** Sources of a microphone and of cameras or screens, each of one stream. */
    public static ObjectNode sources(String id, Track... tracks) {
        ObjectNode endpoint = object().put("id", id);
        ArrayNode sources = endpoint.putArray("sources");
        for (Track track : tracks) {
            boolean audio = track == Track.AUDIO;
            ObjectNode source =
                    sources.addObject().put("type", audio ? "audio" : "video").put("id", track.of(id));
            ObjectNode stream = source.putArray("sources")
                    .addObject()
                    .put("ssrc", track.ssrc())
                    .put("name", track.of(id));
            if (!audio) {
                stream.put("videoType", track == Track.SCREEN ? "desktop" : "camera");
            }
        }
        return endpoint;
    }

    /** Both flags are sent each time: a bridge takes one that is left out for its default. */
    public static ObjectNode forceMute(String id, boolean audio, boolean video) {
        return json("{'id':'%s','force-mute':{'audio':%b,'video':%b}}".formatted(id, audio, video));
    }

    /** The client's half of the transport. */
    public static ObjectNode transport(String id, String fragment, String password, String fingerprint) {
        return json(("{'id':'%s','transport':{'transport':{'xmlns':'urn:xmpp:jingle:transports:ice-udp:1',"
                        + "'ufrag':'%s','pwd':'%s','rtcp-mux':true,"
                        + "'fingerprints':[{'hash':'sha-256','fingerprint':'%s','setup':'active'}]}}}")
                .formatted(id, fragment, password, fingerprint));
    }
}
