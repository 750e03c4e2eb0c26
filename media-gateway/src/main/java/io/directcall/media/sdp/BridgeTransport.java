package io.directcall.media.sdp;

import java.util.List;

/** The bridge's side of a transport: what an offer tells the client to connect to. */
public record BridgeTransport(String ufrag, String pwd, Fingerprint fingerprint, List<Candidate> candidates) {
    public BridgeTransport {
        candidates = List.copyOf(candidates);
    }
}
