package io.directcall.media.conference;

import io.directcall.contracts.media.TrackKind;
import io.directcall.media.sdp.MediaType;
import java.util.List;

/**
 * What a participant sends on one of its own m-lines.
 *
 * @param participantId who sends it
 * @param kind what it shows or plays
 * @param ssrcs the media and, when there are two, its retransmissions
 */
public record Source(String participantId, TrackKind kind, List<Long> ssrcs) {
    public Source {
        ssrcs = List.copyOf(ssrcs);
    }

    /** Media type of the m-lines that can carry a kind of track. */
    public static MediaType mediaType(TrackKind kind) {
        return switch (kind) {
            case AUDIO -> MediaType.AUDIO;
            case CAMERA, SCREEN -> MediaType.VIDEO;
        };
    }

    MediaType mediaType() {
        return mediaType(kind);
    }

    /** Whether it takes the place of the other: the same track, perhaps with new SSRCs. */
    boolean replaces(Source other) {
        return other != null && other.participantId.equals(participantId) && other.kind == kind;
    }

    /** Stream and track id in offers. */
    String msid() {
        return participantId + "-" + kind.name().toLowerCase(java.util.Locale.ROOT);
    }
}
