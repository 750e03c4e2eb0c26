package io.directcall.media.bridge;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;

/**
 * The JSON of colibri2, as far as it is used. {@code create} and {@code expire} are booleans, ids of header extensions numbers, ids of
 * payload types and all parts of candidates strings.
 */
final class Colibri {
    static final String ICE_UDP = "urn:xmpp:jingle:transports:ice-udp:1";

    private Colibri() {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Conference(
            @JsonProperty("meeting-id") String meetingId, Boolean create, Boolean expire, List<Endpoint> endpoints) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Endpoint(
            String id,
            Boolean create,
            Boolean expire,
            List<String> capabilities,
            List<Media> medias,
            Transport transport,
            List<MediaSource> sources,
            @JsonProperty("force-mute") ForceMute forceMute) {}

    /** Both flags always: a bridge takes one that is missing for its default. */
    record ForceMute(boolean audio, boolean video) {}

    /** What a bridge lists, without details. Conferences by the bridge's own id; their endpoints by id. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Debug(Map<String, DebugConference> conferences) {}

    /** @param meetingId null for one that was not made over colibri2 */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record DebugConference(@JsonProperty("meeting_id") String meetingId, Map<String, Object> endpoints) {}

    record Media(
            String type,
            @JsonProperty("payload-types") List<PayloadType> payloadTypes,
            @JsonProperty("rtp-hdrexts") List<HeaderExtension> headerExtensions,
            @JsonProperty("extmap-allow-mixed") boolean mixedExtensions) {}

    record PayloadType(
            String id,
            String name,
            String clockrate,
            String channels,
            Map<String, String> parameters,
            @JsonProperty("rtcp-fbs") List<Feedback> feedback) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Feedback(String type, String subtype) {}

    record HeaderExtension(int id, String uri) {}

    /** The wrapper that is asked for with the ICE role, and that carries the credentials of either side. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Transport(@JsonProperty("ice-controlling") Boolean iceControlling, IceUdp transport) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonIgnoreProperties(ignoreUnknown = true)
    record IceUdp(
            String xmlns,
            String ufrag,
            String pwd,
            @JsonProperty("rtcp-mux") Boolean rtcpMux,
            List<DtlsFingerprint> fingerprints,
            List<IceCandidate> candidates,
            @JsonProperty("web-sockets") List<String> webSockets) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record DtlsFingerprint(String hash, String fingerprint, String setup) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record IceCandidate(
            String foundation,
            String component,
            String protocol,
            String priority,
            String ip,
            String port,
            String type,
            @JsonProperty("rel-addr") String relatedAddress,
            @JsonProperty("rel-port") String relatedPort) {}

    /** One track of an endpoint: in a request with groups, in an answer with the bridge's own SSRCs. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonIgnoreProperties(ignoreUnknown = true)
    record MediaSource(
            String type,
            String id,
            List<Ssrc> sources,
            @JsonProperty("ssrc-groups") List<SsrcGroup> groups) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Ssrc(long ssrc, String name, String videoType) {}

    record SsrcGroup(String semantics, List<Long> sources) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record ConferenceAnswer(List<EndpointAnswer> endpoints, List<MediaSource> sources) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record EndpointAnswer(String id, Transport transport) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Failure(String message) {}

    /** Part of {@code /colibri/stats}. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Stats(
            @JsonProperty("stress_level") double stress,
            @JsonProperty("local_endpoints") int endpoints,
            int conferences,
            boolean drain,
            @JsonProperty("graceful_shutdown") boolean gracefulShutdown,
            @JsonProperty("shutting_down") boolean shuttingDown,
            String region) {}
}
