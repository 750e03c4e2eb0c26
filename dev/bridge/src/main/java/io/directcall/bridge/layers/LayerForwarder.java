package io.directcall.bridge.layers;

import io.directcall.bridge.rtp.Packet;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;

/**
 * Makes one stream, as a receiver's decoder wants it, of the layers of one source. Layers change at key frames only; sequence numbers,
 * timestamps and VP8's picture numbers go on across a change. Thread-safe.
 */
public final class LayerForwarder {
    /** Packets of the time before these can't be asked for again; the bridge's cache is not longer. */
    private static final int KEPT_SEGMENTS = 4;

    private static final long NANOS_PER_TICK = 1_000_000_000 / 90_000;
    /** Two frames can't have one timestamp: at least a tenth of a frame's time. */
    private static final int SHORTEST_STEP = 300;

    private final int ssrc;
    private final Deque<Segment> segments = new ArrayDeque<>();
    private int wanted;
    private boolean paused = true;
    private int lastSequence;
    private int lastTimestamp;
    private int lastPictureId;
    private int lastTl0;
    private long lastNanos;

    /** @param ssrc of the source's first layer, under which the receiver gets all of them */
    public LayerForwarder(int ssrc) {
        this.ssrc = ssrc;
        this.wanted = ssrc;
    }

    /** A packet that was forwarded, by the numbers under which it came. */
    public record Original(int layer, int sequenceNumber, Segment segment) {
        /** As the receiver got it. */
        public Packet rewritten(Packet packet) {
            return segment.rewritten(packet);
        }
    }

    /** Sets the SSRC of the layer to be forwarded from its next key frame on. */
    public synchronized void want(int layer) {
        wanted = layer;
    }

    /** The layer whose key frames the receiver can use. */
    public synchronized int wanted() {
        return wanted;
    }

    /** Whether a key frame is awaited. */
    public synchronized boolean isWaiting() {
        return paused || segments.getLast().layer() != wanted;
    }

    /** The receiver gets nothing for a while, and goes on with a key frame. */
    public synchronized void pause() {
        paused = true;
    }

    /** The packet as the receiver gets it, or empty when it doesn't. */
    public synchronized Optional<Packet> forward(Packet packet, long nowNanos) {
        if (isWaiting() && packet.ssrc() == wanted && new Vp8(packet).startsKeyFrame()) {
            begin(packet, nowNanos);
        }
        if (paused || segments.getLast().layer() != packet.ssrc() || isOfBefore(packet)) {
            return Optional.empty();
        }
        Packet out = segments.getLast().rewritten(packet);
        remember(out, nowNanos);
        return Optional.of(out);
    }

    /** Its new number may be taken: what came before the change went out under it. */
    private boolean isOfBefore(Packet packet) {
        return segments.getLast().distance(packet.sequenceNumber()) < 0;
    }

    private void begin(Packet packet, long nowNanos) {
        Vp8 vp8 = new Vp8(packet);
        Segment next = new Segment(packet.ssrc(), ssrc, packet.sequenceNumber(), 0, 0, 0, 0);
        if (!segments.isEmpty()) {
            int elapsed = (int) Math.max(SHORTEST_STEP, (nowNanos - lastNanos) / NANOS_PER_TICK);
            next = new Segment(
                    packet.ssrc(),
                    ssrc,
                    packet.sequenceNumber(),
                    lastSequence + 1 - packet.sequenceNumber(),
                    lastTimestamp + elapsed - (int) packet.timestamp(),
                    lastPictureId + 1 - vp8.pictureId(),
                    lastTl0 + 1 - vp8.tl0());
        }
        segments.addLast(next);
        if (segments.size() > KEPT_SEGMENTS) {
            segments.removeFirst();
        }
        lastSequence = next.sequenceOut(packet.sequenceNumber());
        paused = false;
    }

    private void remember(Packet out, long nowNanos) {
        if ((short) (out.sequenceNumber() - lastSequence) < 0) {
            return;
        }
        Vp8 vp8 = new Vp8(out);
        lastSequence = out.sequenceNumber();
        lastTimestamp = (int) out.timestamp();
        lastPictureId = vp8.pictureId();
        lastTl0 = vp8.tl0();
        lastNanos = nowNanos;
    }

    /** What a receiver that lacks this packet needs, or empty when the packet was forwarded too long ago. */
    public synchronized Optional<Original> original(int sequenceNumber) {
        Iterator<Segment> newestFirst = segments.descendingIterator();
        while (newestFirst.hasNext()) {
            Segment segment = newestFirst.next();
            int in = segment.sequenceIn(sequenceNumber);
            if (segment.distance(in) >= 0) {
                return Optional.of(new Original(segment.layer(), in, segment));
            }
        }
        return Optional.empty();
    }

    /** What is to be added to the RTP time in sender reports of a layer, empty when the receiver does not get it now. */
    public synchronized Optional<Integer> timestampsOf(int layer) {
        return paused || segments.getLast().layer() != layer
                ? Optional.empty()
                : Optional.of(segments.getLast().timestamps());
    }
}
