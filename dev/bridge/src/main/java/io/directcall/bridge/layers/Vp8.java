package io.directcall.bridge.layers;

import io.directcall.bridge.rtp.Packet;

/** The numbers in the VP8 payload descriptor (RFC 7741, 4.2) that run on over packets: of pictures, and of the lowest temporal layer's. */
final class Vp8 {
    private static final int EXTENDED = 0x80;
    private static final int STARTS_PARTITION = 0x10;
    private static final int PARTITION = 0x07;
    private static final int HAS_PICTURE_ID = 0x80;
    private static final int HAS_TL0 = 0x40;
    private static final int HAS_TID_OR_KEY_INDEX = 0x30;
    private static final int LONG_PICTURE_ID = 0x80;
    private static final int INTER_FRAME = 0x01;

    private final Packet packet;
    private int pictureIdAt = -1;
    private boolean longPictureId;
    private int tl0At = -1;
    private final boolean startsKeyFrame;

    /** Reads the packet; what is too short has none of the numbers. */
    Vp8(Packet packet) {
        this.packet = packet;
        int at = packet.headerLength();
        int end = at + packet.payloadLength();
        // The longest descriptor and one byte of the payload: no VP8 that a browser sends is shorter.
        if (at + 7 > end) {
            startsKeyFrame = false;
            return;
        }
        int first = packet.u8(at++);
        if ((first & EXTENDED) != 0) {
            at = extension(at);
        }
        boolean starts = (first & STARTS_PARTITION) != 0 && (first & PARTITION) == 0;
        startsKeyFrame = starts && (packet.u8(at) & INTER_FRAME) == 0;
    }

    private int extension(int from) {
        int at = from;
        int fields = packet.u8(at++);
        if ((fields & HAS_PICTURE_ID) != 0) {
            pictureIdAt = at;
            longPictureId = (packet.u8(at) & LONG_PICTURE_ID) != 0;
            at += longPictureId ? 2 : 1;
        }
        if ((fields & HAS_TL0) != 0) {
            tl0At = at++;
        }
        return (fields & HAS_TID_OR_KEY_INDEX) != 0 ? at + 1 : at;
    }

    boolean startsKeyFrame() {
        return startsKeyFrame;
    }

    /** 0 when there is none. */
    int pictureId() {
        if (pictureIdAt < 0) {
            return 0;
        }
        return longPictureId ? packet.u16(pictureIdAt) & 0x7FFF : packet.u8(pictureIdAt);
    }

    /** Number of the picture of the lowest temporal layer; 0 when there is none. */
    int tl0() {
        return tl0At < 0 ? 0 : packet.u8(tl0At);
    }

    /** Moves the numbers on by these distances, within the packet. */
    void shift(int pictures, int tl0s) {
        if (pictureIdAt >= 0 && longPictureId) {
            packet.set16(pictureIdAt, 0x8000 | (pictureId() + pictures & 0x7FFF));
        } else if (pictureIdAt >= 0) {
            packet.set8(pictureIdAt, pictureId() + pictures & 0x7F);
        }
        if (tl0At >= 0) {
            packet.set8(tl0At, tl0() + tl0s);
        }
    }
}
