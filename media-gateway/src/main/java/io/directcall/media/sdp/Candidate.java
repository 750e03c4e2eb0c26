package io.directcall.media.sdp;

/**
 * An ICE candidate of a bridge, as the bridge wrote it.
 *
 * @param relatedAddress base of a reflexive candidate, null for a host candidate
 * @param relatedPort port of the base, null for a host candidate
 */
public record Candidate(
        String foundation,
        String component,
        String protocol,
        String priority,
        String ip,
        String port,
        String type,
        String relatedAddress,
        String relatedPort) {}
