package io.directcall.media.sdp;

import java.util.List;

/**
 * One m-line of an offer.
 *
 * @param mid the m-line's name
 * @param media its media type
 * @param direction seen by the bridge: {@code recvonly} takes the client's own media, {@code sendonly} carries another's,
 *     {@code inactive} carries nothing now
 * @param msid stream and track id of what it carries, null unless it sends
 * @param ssrcs what it carries: the media and, when there are two, its retransmissions; empty unless it sends
 */
public record OfferLine(String mid, MediaType media, Direction direction, String msid, List<Long> ssrcs) {
    public OfferLine {
        ssrcs = List.copyOf(ssrcs);
    }
}
