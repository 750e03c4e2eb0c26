package io.directcall.media.conference;

import io.directcall.contracts.media.TrackKind;
import io.directcall.media.sdp.MediaType;
import java.util.List;
import java.util.Locale;

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

    /** Which of a participant's tracks it is; stays when the SSRCs change. */
    record Track(String participantId, TrackKind kind) {}

    Track track() {
        return new Track(participantId, kind);
    }

    /** Stream and track id in offers. */
    String msid() {
        return participantId + "-" + kind.name().toLowerCase(Locale.ROOT);
    }
}
