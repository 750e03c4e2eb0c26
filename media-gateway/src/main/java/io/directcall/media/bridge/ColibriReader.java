package io.directcall.media.bridge;

import io.directcall.media.bridge.BridgeException.Kind;
import io.directcall.media.conference.Allocation;
import io.directcall.media.sdp.BridgeTransport;
import io.directcall.media.sdp.Candidate;
import io.directcall.media.sdp.Fingerprint;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Takes from colibri2 answers what an offer needs, and says plainly what is missing. */
final class ColibriReader {
    private ColibriReader() {}

    static Allocation allocation(String endpointId, Colibri.ConferenceAnswer answer) {
        Colibri.IceUdp ice = orEmpty(answer.endpoints()).stream()
                .filter(endpoint -> endpointId.equals(endpoint.id()) && endpoint.transport() != null)
                .map(endpoint -> endpoint.transport().transport())
                .findFirst()
                .orElseThrow(() -> broken("no transport for endpoint " + endpointId));
        if (ice == null || ice.ufrag() == null || ice.pwd() == null) {
            throw broken("no ICE credentials");
        }
        List<String> channels = orEmpty(ice.webSockets());
        return new Allocation(transport(ice), channels.isEmpty() ? null : channels.getFirst(), ssrcs(answer.sources()));
    }

    private static BridgeTransport transport(Colibri.IceUdp ice) {
        Fingerprint fingerprint = orEmpty(ice.fingerprints()).stream()
                .map(found -> new Fingerprint(found.hash(), found.fingerprint(), found.setup()))
                .findFirst()
                .orElseThrow(() -> broken("no fingerprint"));
        List<Candidate> candidates =
                orEmpty(ice.candidates()).stream().map(ColibriReader::candidate).toList();
        if (candidates.isEmpty()) {
            throw broken("no ICE candidates");
        }
        return new BridgeTransport(ice.ufrag(), ice.pwd(), fingerprint, candidates);
    }

    private static Candidate candidate(Colibri.IceCandidate found) {
        return new Candidate(
                found.foundation(),
                found.component(),
                found.protocol(),
                found.priority(),
                found.ip(),
                found.port(),
                found.type(),
                found.relatedAddress(),
                found.relatedPort());
    }

    /** A list that can't be understood is no empty list: everything would be taken for lost. */
    static Map<String, Set<String>> conferences(Colibri.Debug debug) {
        if (debug == null || debug.conferences() == null) {
            throw broken("no list of conferences");
        }
        return debug.conferences().values().stream()
                .filter(conference -> conference.meetingId() != null)
                .collect(Collectors.toMap(Colibri.DebugConference::meetingId, ColibriReader::endpoints));
    }

    private static Set<String> endpoints(Colibri.DebugConference conference) {
        if (conference.endpoints() == null) {
            throw broken("no list of endpoints");
        }
        return Set.copyOf(conference.endpoints().keySet());
    }

    private static Set<Long> ssrcs(List<Colibri.MediaSource> sources) {
        return orEmpty(sources).stream()
                .flatMap(source -> orEmpty(source.sources()).stream())
                .map(Colibri.Ssrc::ssrc)
                .collect(Collectors.toSet());
    }

    /** @param message of the bridge, empty when it gave none */
    static BridgeException failure(int status, String message) {
        Kind kind = kind(status, message);
        return new BridgeException(kind, "status " + status + (message.isEmpty() ? "" : ": " + message));
    }

    private static Kind kind(int status, String message) {
        if (status == 404 || message.contains("Conference not found")) {
            return Kind.CONFERENCE_UNKNOWN;
        }
        if (message.contains("Conference already exists")) {
            return Kind.CONFERENCE_EXISTS;
        }
        if (message.contains("Endpoint with ID") && message.contains("already exists")) {
            return Kind.ENDPOINT_EXISTS;
        }
        if (message.contains("Endpoint not found")) {
            return Kind.ENDPOINT_UNKNOWN;
        }
        if (message.contains("graceful shutdown")) {
            return Kind.STOPPING;
        }
        return status >= 500 ? Kind.BROKEN : Kind.REFUSED;
    }

    static BridgeException broken(String what) {
        return new BridgeException(Kind.BROKEN, "unreadable answer: " + what);
    }

    private static <T> List<T> orEmpty(List<T> list) {
        return list == null ? List.of() : list;
    }
}
