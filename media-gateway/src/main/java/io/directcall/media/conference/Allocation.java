package io.directcall.media.conference;

import io.directcall.media.sdp.BridgeTransport;
import java.util.Set;

/**
 * What a bridge answered when it made an endpoint.
 *
 * @param transport what the participant's offers tell the client to connect to
 * @param channelUrl websocket of the bridge channel, null when the bridge offers none
 * @param bridgeSsrcs SSRCs that the bridge itself uses in the conference: no client may claim them
 */
public record Allocation(BridgeTransport transport, String channelUrl, Set<Long> bridgeSsrcs) {
    public Allocation {
        bridgeSsrcs = Set.copyOf(bridgeSsrcs);
    }
}
