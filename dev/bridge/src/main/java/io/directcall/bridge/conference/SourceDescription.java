package io.directcall.bridge.conference;

import java.util.List;

/**
 * A source as signalled: a microphone, a camera or a screen.
 *
 * @param name by which constraints speak of it
 * @param primary SSRCs of the media itself
 * @param layers those of {@code primary} that are sizes of the same picture, the smallest first; empty when there is one size
 * @param retransmissions pairs of SSRCs: what is retransmitted, and by which
 */
public record SourceDescription(
        String name,
        MediaKind kind,
        boolean desktop,
        List<Integer> primary,
        List<Integer> layers,
        List<Retransmitted> retransmissions) {
    /** An FID group. */
    public record Retransmitted(int primary, int by) {}

    public SourceDescription {
        primary = List.copyOf(primary);
        layers = List.copyOf(layers);
        retransmissions = List.copyOf(retransmissions);
    }

    /** Whether receivers get one of several streams. */
    boolean isLayered() {
        return layers.size() > 1;
    }

    /** Whether the stream is one of several of which receivers get one. */
    boolean isLayer(int ssrc) {
        return isLayered() && layers.contains(ssrc);
    }
}
