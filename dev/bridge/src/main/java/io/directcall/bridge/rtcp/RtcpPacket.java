package io.directcall.bridge.rtcp;

import io.directcall.bridge.rtp.Packet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One packet of a compound RTCP packet; its bytes are a copy. */
public final class RtcpPacket {
    public static final int SENDER_REPORT = 200;
    public static final int RECEIVER_REPORT = 201;
    public static final int TRANSPORT_FEEDBACK = 205;
    public static final int PAYLOAD_FEEDBACK = 206;

    private final byte[] bytes;

    private RtcpPacket(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The packets of a compound one, up to the first malformed. */
    public static List<RtcpPacket> split(Packet compound) {
        List<RtcpPacket> packets = new ArrayList<>();
        int at = 0;
        while (at + 8 <= compound.getLength()) {
            int length = 4 * (compound.u16(at + 2) + 1);
            if (compound.u8(at) >> 6 != 2 || length < 8 || at + length > compound.getLength()) {
                break;
            }
            int from = compound.getOffset() + at;
            packets.add(new RtcpPacket(Arrays.copyOfRange(compound.getBuffer(), from, from + length)));
            at += length;
        }
        return packets;
    }

    public int type() {
        return bytes[1] & 0xFF;
    }

    /** The five bits that count report blocks or name the kind of feedback. */
    public int count() {
        return bytes[0] & 0x1F;
    }

    public int length() {
        return bytes.length;
    }

    public int u16(int at) {
        return ((bytes[at] & 0xFF) << 8) | (bytes[at + 1] & 0xFF);
    }

    public int int32(int at) {
        return u16(at) << 16 | u16(at + 2);
    }

    public int senderSsrc() {
        return int32(4);
    }

    /** The first {@code count} bytes. */
    byte[] head(int count) {
        return Arrays.copyOf(bytes, count);
    }
}
