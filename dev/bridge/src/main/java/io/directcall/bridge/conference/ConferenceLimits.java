package io.directcall.bridge.conference;

/**
 * Settings of all conferences.
 *
 * @param initialMaxHeightPx height up to which receivers get video before their constraints arrive; 0 for none
 * @param mostEndpoints endpoints in all conferences together
 * @param lossPercent share of the RTP packets to receivers that is thrown away, to try bad networks
 */
public record ConferenceLimits(ExpiryRules expiry, int initialMaxHeightPx, int mostEndpoints, double lossPercent) {
    /** SSRCs of one endpoint; a browser with simulcast has about a dozen. */
    public static final int MOST_STREAMS_PER_ENDPOINT = 64;
}
