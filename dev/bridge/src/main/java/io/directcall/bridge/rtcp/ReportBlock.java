package io.directcall.bridge.rtcp;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * What a receiver tells a sender about one of its streams (RFC 3550, 6.4.1).
 *
 * @param fractionLost lost since the last report, in 1/256
 * @param lastReport middle 32 bits of the NTP time in the last sender report, 0 when there was none
 * @param delay since that report, in 1/65536 s
 */
public record ReportBlock(
        int ssrc, int fractionLost, int totalLost, int highestSequence, long jitter, int lastReport, long delay) {
    static final int LENGTH = 24;
    private static final int AFTER_SENDER_INFO = 28;
    private static final int AFTER_SENDER = 8;

    /** The blocks of a sender or receiver report, as far as they are whole; empty when the packet is neither. */
    public static List<ReportBlock> of(RtcpPacket packet) {
        int first =
                switch (packet.type()) {
                    case RtcpPacket.SENDER_REPORT -> AFTER_SENDER_INFO;
                    case RtcpPacket.RECEIVER_REPORT -> AFTER_SENDER;
                    default -> packet.length();
                };
        List<ReportBlock> blocks = new ArrayList<>();
        for (int at = first; at + LENGTH <= packet.length() && blocks.size() < packet.count(); at += LENGTH) {
            int lost = packet.int32(at + 4);
            blocks.add(new ReportBlock(
                    packet.int32(at),
                    lost >>> 24,
                    lost << 8 >> 8,
                    packet.int32(at + 8),
                    Integer.toUnsignedLong(packet.int32(at + 12)),
                    packet.int32(at + 16),
                    Integer.toUnsignedLong(packet.int32(at + 20))));
        }
        return blocks;
    }

    void write(ByteBuffer out) {
        out.putInt(ssrc)
                .putInt((fractionLost << 24) | (totalLost & 0xFF_FFFF))
                .putInt(highestSequence)
                .putInt((int) jitter)
                .putInt(lastReport)
                .putInt((int) delay);
    }
}
