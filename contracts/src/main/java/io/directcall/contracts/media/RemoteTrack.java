package io.directcall.contracts.media;

/**
 * Says whose media an m-line of an offer carries.
 *
 * @param mid the m-line's {@code a=mid}
 * @param participantId who sends it
 * @param kind what it carries
 */
public record RemoteTrack(String mid, String participantId, TrackKind kind) {}
