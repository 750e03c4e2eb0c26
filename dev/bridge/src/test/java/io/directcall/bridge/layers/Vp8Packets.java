package io.directcall.bridge.layers;

import io.directcall.bridge.rtp.Packet;
import io.directcall.bridge.rtp.Packets;

/** VP8 packets as Chromium sends them: with a long picture id and temporal layers. Their last bytes say what they were. */
public final class Vp8Packets {
    private Vp8Packets() {}

    /** The first packet of a key frame. */
    public static Packet keyFrame(int ssrc, int sequence, int pictureId, int tl0) {
        return packet(ssrc, sequence, pictureId, tl0, 0x90, 0x00);
    }

    /** The first packet of another frame. */
    public static Packet frame(int ssrc, int sequence, int pictureId, int tl0) {
        return packet(ssrc, sequence, pictureId, tl0, 0x90, 0x01);
    }

    /** A later packet of a frame. */
    public static Packet rest(int ssrc, int sequence, int pictureId, int tl0) {
        return packet(ssrc, sequence, pictureId, tl0, 0x80, 0x00);
    }

    private static Packet packet(int ssrc, int sequence, int pictureId, int tl0, int descriptor, int payload) {
        return Packets.rtp(
                100,
                sequence,
                ssrc,
                (byte) descriptor,
                (byte) 0xF0,
                (byte) (0x80 | pictureId >> 8),
                (byte) pictureId,
                (byte) tl0,
                (byte) 0x20,
                (byte) payload,
                (byte) 1,
                (byte) sequence,
                (byte) ssrc);
    }

    /** Whether a packet was this one, whatever its numbers are by now. */
    public static boolean was(Packet packet, int ssrc, int sequence) {
        return layer(packet) == (ssrc & 0xFF) && packet.u8(packet.getLength() - 2) == (sequence & 0xFF);
    }

    /** The low byte of the SSRC that a packet had. */
    public static int layer(Packet packet) {
        return packet.u8(packet.getLength() - 1);
    }
}
