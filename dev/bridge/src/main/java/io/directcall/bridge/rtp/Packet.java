package io.directcall.bridge.rtp;

import java.util.Arrays;
import org.jitsi.utils.ByteArrayBuffer;

/** One RTP or RTCP packet in a buffer of its own, with room behind it for the authentication tag. Not thread-safe. */
public final class Packet implements ByteArrayBuffer {
    private static final int ROOM_FOR_TAG = 64;
    private static final int FIXED_HEADER = 12;
    private static final int EXTENSION_BIT = 0x10;
    private static final int PADDING_BIT = 0x20;

    private byte[] buffer;
    private int offset;
    private int length;

    private Packet(byte[] buffer, int length) {
        this.buffer = buffer;
        this.length = length;
    }

    /** Copies {@code length} bytes from {@code from} on. */
    public static Packet copyOf(byte[] source, int from, int length) {
        byte[] buffer = new byte[length + ROOM_FOR_TAG];
        System.arraycopy(source, from, buffer, 0, length);
        return new Packet(buffer, length);
    }

    /** Copies the whole of {@code source}. */
    public static Packet copyOf(byte[] source) {
        return copyOf(source, 0, source.length);
    }

    /** Whether a datagram of the range 128..191 (RFC 7983) is RTCP rather than RTP (RFC 5761). */
    public static boolean looksLikeRtcp(byte[] datagram) {
        int type = datagram[1] & 0xFF;
        return type >= 192 && type <= 223;
    }

    public Packet copy() {
        return copyOf(buffer, offset, length);
    }

    public byte[] toByteArray() {
        return Arrays.copyOfRange(buffer, offset, offset + length);
    }

    public int u8(int at) {
        return buffer[offset + at] & 0xFF;
    }

    public int u16(int at) {
        return u8(at) << 8 | u8(at + 1);
    }

    public int int32(int at) {
        return u16(at) << 16 | u16(at + 2);
    }

    public void set8(int at, int value) {
        buffer[offset + at] = (byte) value;
    }

    public void set16(int at, int value) {
        set8(at, value >> 8);
        set8(at + 1, value);
    }

    public void set32(int at, int value) {
        set16(at, value >> 16);
        set16(at + 2, value);
    }

    /** Whether the header, with CSRCs and extension, and the padding lie within the packet. */
    public boolean isRtp() {
        if (length < FIXED_HEADER || u8(0) >> 6 != 2 || length < csrcEnd()) {
            return false;
        }
        if (hasExtension() && (length < csrcEnd() + 4 || length < headerLength())) {
            return false;
        }
        return headerLength() + paddingLength() <= length;
    }

    public boolean hasExtension() {
        return (u8(0) & EXTENSION_BIT) != 0;
    }

    /** Where the CSRC list ends: there the extension begins if there is one, else the payload. */
    public int csrcEnd() {
        return FIXED_HEADER + 4 * (u8(0) & 0x0F);
    }

    /** The length of the header with CSRCs and extension; only for packets that {@link #isRtp()}. */
    public int headerLength() {
        return csrcEnd() + (hasExtension() ? 4 + 4 * u16(csrcEnd() + 2) : 0);
    }

    private int paddingLength() {
        return (u8(0) & PADDING_BIT) == 0 ? 0 : u8(length - 1);
    }

    /** Bytes between header and padding. */
    public int payloadLength() {
        return length - headerLength() - paddingLength();
    }

    public int payloadType() {
        return u8(1) & 0x7F;
    }

    public int sequenceNumber() {
        return u16(2);
    }

    public long timestamp() {
        return int32(4) & 0xFFFF_FFFFL;
    }

    /** The SSRC of an RTP packet. */
    public int ssrc() {
        return int32(8);
    }

    /** The SSRC of whoever sent an RTCP packet. */
    public int rtcpSender() {
        return int32(4);
    }

    @Override
    public byte[] getBuffer() {
        return buffer;
    }

    @Override
    public int getOffset() {
        return offset;
    }

    @Override
    public int getLength() {
        return length;
    }

    @Override
    public void setLength(int newLength) {
        length = newLength;
    }

    @Override
    public void setOffset(int newOffset) {
        offset = newOffset;
    }

    @Override
    public boolean isInvalid() {
        return length <= 0;
    }

    @Override
    public void readRegionToBuff(int from, int count, byte[] target) {
        System.arraycopy(buffer, offset + from, target, 0, count);
    }

    @Override
    public void grow(int count) {
        if (offset + length + count > buffer.length) {
            buffer = Arrays.copyOf(buffer, offset + length + count);
        }
    }

    @Override
    public void append(byte[] data, int count) {
        grow(count);
        System.arraycopy(data, 0, buffer, offset + length, count);
        length += count;
    }

    @Override
    public void shrink(int count) {
        length -= count;
    }
}
