package io.directcall.media.conference;

import io.directcall.contracts.media.TrackKind;
import io.directcall.media.sdp.Layer;
import io.directcall.media.sdp.MediaType;
import java.util.List;
import java.util.Locale;

/**
 * What a participant sends on one of its own m-lines.
 *
 * @param participantId who sends it
 * @param kind what it shows or plays
 * @param layers its streams, at least one; of simulcast the smallest picture first
 */
public record Source(String participantId, TrackKind kind, List<Layer> layers) {
    public Source {
        layers = List.copyOf(layers);
    }

    /** All SSRCs of all layers. */
    public List<Long> ssrcs() {
        return Layer.ssrcs(layers).toList();
    }

    /** As others get it: a bridge sends whichever layer it chooses for a receiver under the SSRCs of the first. */
    Source asReceived() {
        return layers.size() == 1 ? this : new Source(participantId, kind, List.of(layers.getFirst()));
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
