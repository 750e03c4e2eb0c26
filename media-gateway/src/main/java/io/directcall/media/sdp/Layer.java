package io.directcall.media.sdp;

import java.util.List;
import java.util.stream.Stream;

/**
 * One stream of a track. Simulcast sends a track in several at the same time, each in its own size.
 *
 * @param ssrc of the media
 * @param rtxSsrc of its retransmissions, null when there are none
 */
public record Layer(long ssrc, Long rtxSsrc) {
    /** A browser sends a camera in three sizes at most. */
    public static final int MOST = 3;

    /** Its one or two SSRCs, that of the media first. */
    public List<Long> ssrcs() {
        return rtxSsrc == null ? List.of(ssrc) : List.of(ssrc, rtxSsrc);
    }

    /** All SSRCs of these layers. */
    public static Stream<Long> ssrcs(List<Layer> layers) {
        return layers.stream().flatMap(layer -> layer.ssrcs().stream());
    }
}
