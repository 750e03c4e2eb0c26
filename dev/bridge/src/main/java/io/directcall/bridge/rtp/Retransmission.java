package io.directcall.bridge.rtp;

import java.util.Optional;

/** Retransmission packets (RFC 4588): the payload begins with the original sequence number. */
public final class Retransmission {
    private Retransmission() {}

    /** The packet that was lost, or empty when this one only carries padding (browsers probe the bandwidth so). */
    public static Optional<Packet> original(Packet rtx, int primarySsrc, int primaryPayloadType) {
        int payload = rtx.payloadLength();
        if (payload <= 2) {
            return Optional.empty();
        }
        int header = rtx.headerLength();
        byte[] out = new byte[header + payload - 2];
        System.arraycopy(rtx.getBuffer(), rtx.getOffset(), out, 0, header);
        System.arraycopy(rtx.getBuffer(), rtx.getOffset() + header + 2, out, header, payload - 2);
        out[0] = (byte) (out[0] & ~0x20); // padding is left out
        out[1] = (byte) ((rtx.u8(1) & 0x80) | primaryPayloadType);
        out[2] = (byte) rtx.u8(header);
        out[3] = (byte) rtx.u8(header + 1);
        for (int i = 0; i < 4; i++) {
            out[8 + i] = (byte) (primarySsrc >>> (24 - 8 * i));
        }
        return Optional.of(Packet.copyOf(out));
    }
}
