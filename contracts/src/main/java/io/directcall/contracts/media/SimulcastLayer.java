package io.directcall.contracts.media;

/**
 * One of the sizes in which a browser sends its camera at the same time.
 *
 * @param ssrc of the pictures
 * @param rtxSsrc of their retransmissions, null when there are none
 */
public record SimulcastLayer(long ssrc, Long rtxSsrc) {}
