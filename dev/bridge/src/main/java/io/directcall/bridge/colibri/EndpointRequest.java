package io.directcall.bridge.colibri;

import io.directcall.bridge.conference.ForceMute;
import io.directcall.bridge.conference.PayloadType;
import io.directcall.bridge.conference.SourceDescription;
import io.directcall.bridge.dtls.CertificateFingerprint;
import io.directcall.bridge.ice.IceCredentials;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a request says about one endpoint.
 *
 * @param sources empty when the request does not mention them; an empty list takes all away
 */
record EndpointRequest(
        String id,
        boolean create,
        boolean expire,
        Set<String> capabilities,
        Optional<TransportRequest> transport,
        boolean hasMedias,
        List<PayloadType> payloadTypes,
        Map<Integer, String> extensions,
        Optional<List<SourceDescription>> sources,
        Optional<ForceMute> forceMute,
        Optional<Integer> initialLastN) {

    /** The transport of an endpoint. */
    record TransportRequest(
            boolean iceControlling,
            boolean sctp,
            Optional<IceCredentials> credentials,
            Set<CertificateFingerprint> fingerprints,
            String setup) {}

    /** Whether it creates the endpoint or changes more than flags. */
    boolean isSubstantial() {
        return !expire && (create || hasMedias || transport.isPresent() || sources.isPresent());
    }
}
