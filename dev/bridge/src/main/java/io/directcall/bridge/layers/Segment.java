package io.directcall.bridge.layers;

import io.directcall.bridge.rtp.Packet;

/**
 * A time during which a receiver gets the same layer: what is added to its numbers, modulo their size.
 *
 * @param layer SSRC of the layer
 * @param ssrc under which the receiver gets it
 * @param firstIn sequence number of its first packet
 */
record Segment(int layer, int ssrc, int firstIn, int sequences, int timestamps, int pictures, int tl0s) {
    /** How far a packet of the layer lies after the first one; negative for one of before. */
    int distance(int sequenceNumber) {
        return (short) (sequenceNumber - firstIn);
    }

    int sequenceOut(int sequenceNumber) {
        return sequenceNumber + sequences & 0xFFFF;
    }

    int sequenceIn(int sequenceNumber) {
        return sequenceNumber - sequences & 0xFFFF;
    }

    /** The packet as the receiver gets it. */
    Packet rewritten(Packet packet) {
        Packet out = packet.copy();
        out.set16(2, sequenceOut(packet.sequenceNumber()));
        out.set32(4, (int) packet.timestamp() + timestamps);
        out.set32(8, ssrc);
        new Vp8(out).shift(pictures, tl0s);
        return out;
    }
}
