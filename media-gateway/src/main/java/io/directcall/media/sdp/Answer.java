package io.directcall.media.sdp;

import java.util.List;

/**
 * A client's answer: well-formed, but not yet compared with the offer.
 *
 * @param transport of the bundle
 * @param lines its m-lines in order
 */
public record Answer(ClientTransport transport, List<Line> lines) {
    public Answer {
        lines = List.copyOf(lines);
    }

    /**
     * One m-line of an answer.
     *
     * @param direction {@link Direction#INACTIVE} also when the client rejected the m-line
     * @param layers what the client sends on it, the smallest picture first; empty when it does not send, and when it sends simulcast
     *     without naming the SSRCs
     */
    public record Line(String mid, MediaType media, Direction direction, List<Layer> layers) {
        public Line {
            layers = List.copyOf(layers);
        }
    }
}
