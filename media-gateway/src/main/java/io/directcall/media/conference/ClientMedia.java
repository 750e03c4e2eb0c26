package io.directcall.media.conference;

import io.directcall.media.sdp.ClientTransport;
import java.util.List;

/** What a client's answer tells the bridge: where the client is, and what it sends. */
public record ClientMedia(ClientTransport transport, List<Source> sources) {
    public ClientMedia {
        sources = List.copyOf(sources);
    }
}
