package io.directcall.bridge.rtp;

import java.nio.ByteBuffer;

/** Builds RTP packets for tests. */
public final class Packets {
    private Packets() {}

    /** A packet with the extension block given (whole words) or none. */
    public static Packet rtp(int payloadType, int sequence, int ssrc, int profile, byte[] extension, byte[] payload) {
        boolean extended = extension.length > 0;
        ByteBuffer out = ByteBuffer.allocate(12 + (extended ? 4 + extension.length : 0) + payload.length)
                .put((byte) (extended ? 0x90 : 0x80))
                .put((byte) payloadType)
                .putShort((short) sequence)
                .putInt(1000 * sequence)
                .putInt(ssrc);
        if (extended) {
            out.putShort((short) profile)
                    .putShort((short) (extension.length / 4))
                    .put(extension);
        }
        return Packet.copyOf(out.put(payload).array());
    }

    public static Packet rtp(int payloadType, int sequence, int ssrc, byte... payload) {
        return rtp(payloadType, sequence, ssrc, 0, new byte[0], payload);
    }
}
