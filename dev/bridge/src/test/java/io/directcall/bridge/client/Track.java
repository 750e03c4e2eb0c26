package io.directcall.bridge.client;

import io.directcall.bridge.rtp.Packet;
import io.directcall.bridge.rtp.Packets;
import java.nio.ByteBuffer;

/** What a test client sends, in packets that Jitsi Videobridge takes for real ones. Each carries a number at its end. */
public enum Track {
    AUDIO("a0", 11, 111) {
        @Override
        Packet packet(int number) {
            // Extensions: level 5 (loud), transport-wide sequence number.
            byte[] extension = {0x10, 0x05, 0x51, (byte) (number >> 8), (byte) number, 0, 0, 0};
            return Packets.rtp(
                    payloadType(), number, ssrc(), ONE_BYTE_EXTENSIONS, extension, numbered(number, new byte[20]));
        }
    },
    CAMERA("v0", 12, 100) {
        @Override
        Packet packet(int number) {
            return keyFrame(number);
        }
    },
    SCREEN("v1", 14, 100) {
        @Override
        Packet packet(int number) {
            return keyFrame(number);
        }
    };

    private static final int ONE_BYTE_EXTENSIONS = 0xBEDE;
    private static final int MARKER = 0x80;

    private final String suffix;
    private final int ssrc;
    private final int payloadType;

    Track(String suffix, int ssrc, int payloadType) {
        this.suffix = suffix;
        this.ssrc = ssrc;
        this.payloadType = payloadType;
    }

    public int ssrc() {
        return ssrc;
    }

    public int payloadType() {
        return payloadType;
    }

    /** The source's name at an endpoint. */
    public String of(String endpoint) {
        return endpoint + "-" + suffix;
    }

    abstract Packet packet(int number);

    /** A VP8 frame in one packet that can be decoded without another: a bridge forwards none before such a one. */
    Packet keyFrame(int number) {
        byte[] extension = {0x51, (byte) (number >> 8), (byte) number, 0};
        byte[] frame = {
            (byte) 0x90,
            (byte) 0x80,
            (byte) (0x80 | number >> 8),
            (byte) number, // descriptor with picture id
            0x10,
            0,
            0,
            (byte) 0x9D,
            0x01,
            0x2A, // key frame, shown; start code
            (byte) 0x80,
            0x02,
            0x68,
            0x01 // 640 x 360
        };
        return Packets.rtp(MARKER | payloadType, number, ssrc, ONE_BYTE_EXTENSIONS, extension, numbered(number, frame));
    }

    private static byte[] numbered(int number, byte[] payload) {
        return ByteBuffer.allocate(payload.length + 4)
                .put(payload)
                .putInt(number)
                .array();
    }

    /** The number that a packet carries; a bridge may give it another sequence number. */
    static int number(Packet packet) {
        return packet.int32(packet.getLength() - 4);
    }
}
