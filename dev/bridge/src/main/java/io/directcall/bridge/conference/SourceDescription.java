package io.directcall.bridge.conference;

import java.util.List;

/**
 * A source as signalled: a microphone, a camera or a screen.
 *
 * @param name by which constraints speak of it
 * @param primary SSRCs of the media itself
 * @param retransmissions pairs of SSRCs: what is retransmitted, and by which
 */
public record SourceDescription(
        String name, MediaKind kind, boolean desktop, List<Integer> primary, List<Retransmitted> retransmissions) {
    /** An FID group. */
    public record Retransmitted(int primary, int by) {}

    public SourceDescription {
        primary = List.copyOf(primary);
        retransmissions = List.copyOf(retransmissions);
    }
}
