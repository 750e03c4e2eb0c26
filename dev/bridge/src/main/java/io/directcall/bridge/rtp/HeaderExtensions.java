package io.directcall.bridge.rtp;

import java.io.ByteArrayOutputStream;
import java.util.function.IntPredicate;

/** RTP header extensions in the one-byte and two-byte forms of RFC 8285. */
public final class HeaderExtensions {
    private static final int ONE_BYTE_PROFILE = 0xBEDE;
    private static final int TWO_BYTE_PROFILE = 0x1000;
    private static final int ONE_BYTE_STOP_ID = 15;

    private HeaderExtensions() {}

    /** Sees each element; offsets count from the start of the packet. */
    @FunctionalInterface
    public interface Visitor {
        void element(int id, int offset, int length);
    }

    /** Visits the elements up to the first malformed one. The packet must be {@link Packet#isRtp()}. */
    public static void visit(Packet packet, Visitor visitor) {
        if (!packet.hasExtension()) {
            return;
        }
        int profile = packet.u16(packet.csrcEnd());
        boolean twoByte = (profile & 0xFFF0) == TWO_BYTE_PROFILE;
        if (!twoByte && profile != ONE_BYTE_PROFILE) {
            return;
        }
        int at = packet.csrcEnd() + 4;
        int end = packet.headerLength();
        while (at < end) {
            int first = packet.u8(at++);
            if (first == 0) {
                continue; // padding
            }
            int id = twoByte ? first : first >> 4;
            if ((!twoByte && id == ONE_BYTE_STOP_ID) || (twoByte && at == end)) {
                return;
            }
            int length = twoByte ? packet.u8(at++) : (first & 0x0F) + 1;
            if (at + length > end) {
                return;
            }
            visitor.element(id, at, length);
            at += length;
        }
    }

    /** A copy of the packet with only those extension elements that {@code keep} accepts; none left: no extension. */
    public static Packet retain(Packet packet, IntPredicate keep) {
        if (!packet.hasExtension()) {
            return packet.copy();
        }
        int profile = packet.u16(packet.csrcEnd());
        boolean twoByte = profile != ONE_BYTE_PROFILE;
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        visit(packet, (id, offset, length) -> {
            if (keep.test(id)) {
                if (twoByte) {
                    kept.write(id);
                    kept.write(length);
                } else {
                    kept.write(id << 4 | length - 1);
                }
                kept.write(packet.getBuffer(), packet.getOffset() + offset, length);
            }
        });
        return rebuild(packet, profile, kept);
    }

    private static Packet rebuild(Packet packet, int profile, ByteArrayOutputStream elements) {
        byte[] source = packet.getBuffer();
        int from = packet.getOffset();
        int header = packet.headerLength();
        boolean empty = elements.size() == 0;
        ByteArrayOutputStream out = new ByteArrayOutputStream(packet.getLength());
        out.write(empty ? packet.u8(0) & ~0x10 : packet.u8(0));
        out.write(source, from + 1, packet.csrcEnd() - 1);
        if (!empty) {
            while (elements.size() % 4 != 0) {
                elements.write(0);
            }
            int words = elements.size() / 4;
            out.write(profile >> 8);
            out.write(profile);
            out.write(words >> 8);
            out.write(words);
            out.writeBytes(elements.toByteArray());
        }
        out.write(source, from + header, packet.getLength() - header);
        return Packet.copyOf(out.toByteArray());
    }
}
