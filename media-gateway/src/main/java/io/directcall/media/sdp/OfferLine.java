package io.directcall.media.sdp;

/**
 * One m-line of an offer.
 *
 * @param mid the m-line's name
 * @param media its media type
 * @param direction seen by the bridge: {@code recvonly} takes the client's own media, {@code sendonly} carries another's,
 *     {@code inactive} carries nothing now
 * @param layered whether the client is to send it in several sizes
 * @param msid stream and track id of what it carries, null unless it sends
 * @param carried what it carries, null unless it sends. It is one stream: of simulcast the bridge sends each receiver one layer
 */
public record OfferLine(String mid, MediaType media, Direction direction, boolean layered, String msid, Layer carried) {

    /** Takes the client's own media. */
    public static OfferLine own(String mid, MediaType media, boolean layered) {
        return new OfferLine(mid, media, Direction.RECVONLY, layered, null, null);
    }

    /** Carries another's media. */
    public static OfferLine carrying(String mid, MediaType media, String msid, Layer layer) {
        return new OfferLine(mid, media, Direction.SENDONLY, false, msid, layer);
    }

    /** Carries nothing now. */
    public static OfferLine free(String mid, MediaType media) {
        return new OfferLine(mid, media, Direction.INACTIVE, false, null, null);
    }
}
