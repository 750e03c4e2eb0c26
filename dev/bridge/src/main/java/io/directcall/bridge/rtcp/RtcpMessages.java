package io.directcall.bridge.rtcp;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** The RTCP packets that the bridge sends. */
public final class RtcpMessages {
    private static final int SENDER_INFO_LENGTH = 28;
    private static final int SENDER_SSRC_AT = 4;
    private static final int RTP_TIME_AT = 16;
    private static final int GENERIC_NACK = 1;
    private static final int PICTURE_LOSS = 1;
    private static final int FULL_INTRA_REQUEST = 4;

    private RtcpMessages() {}

    /** Asks the sender of {@code media} for a key frame. */
    public static byte[] pictureLoss(int sender, int media) {
        return feedback(PICTURE_LOSS, RtcpPacket.PAYLOAD_FEEDBACK, sender, media, List.of());
    }

    /** Asks the sender of {@code media} to send packets again. */
    public static byte[] nack(int sender, int media, List<Integer> lost) {
        List<Integer> words = lost.stream().map(sequence -> sequence << 16).toList();
        return feedback(GENERIC_NACK, RtcpPacket.TRANSPORT_FEEDBACK, sender, media, words);
    }

    private static byte[] feedback(int format, int type, int sender, int media, List<Integer> words) {
        ByteBuffer out = ByteBuffer.allocate(12 + 4 * words.size())
                .put((byte) (0x80 | format))
                .put((byte) type)
                .putShort((short) (2 + words.size()))
                .putInt(sender)
                .putInt(media);
        words.forEach(out::putInt);
        return out.array();
    }

    /** A sender report without its report blocks: these concern the sender's other role, lip sync needs the rest. */
    public static byte[] senderInfo(RtcpPacket report) {
        byte[] out = report.head(SENDER_INFO_LENGTH);
        out[0] = (byte) 0x80;
        out[2] = 0;
        out[3] = SENDER_INFO_LENGTH / 4 - 1;
        return out;
    }

    /** The same for the receiver of a stream under another SSRC, whose RTP time is later by this. */
    public static byte[] senderInfo(RtcpPacket report, int ssrc, int later) {
        byte[] out = senderInfo(report);
        ByteBuffer.wrap(out).putInt(SENDER_SSRC_AT, ssrc).putInt(RTP_TIME_AT, report.int32(RTP_TIME_AT) + later);
        return out;
    }

    /** Whether the packet is a sender report with its whole sender information. */
    public static boolean isSenderReport(RtcpPacket packet) {
        return packet.type() == RtcpPacket.SENDER_REPORT && packet.length() >= SENDER_INFO_LENGTH;
    }

    /** A receiver report; at most 31 blocks fit. */
    public static byte[] receiverReport(int sender, List<ReportBlock> blocks) {
        ByteBuffer out = ByteBuffer.allocate(8 + ReportBlock.LENGTH * blocks.size())
                .put((byte) (0x80 | blocks.size()))
                .put((byte) RtcpPacket.RECEIVER_REPORT)
                .putShort((short) (1 + ReportBlock.LENGTH / 4 * blocks.size()))
                .putInt(sender);
        blocks.forEach(block -> block.write(out));
        return out.array();
    }

    /** The sequence numbers that a generic NACK asks for; empty when the packet is none. */
    public static List<Integer> nacked(RtcpPacket packet) {
        List<Integer> lost = new ArrayList<>();
        if (packet.type() == RtcpPacket.TRANSPORT_FEEDBACK && packet.count() == GENERIC_NACK) {
            for (int at = 12; at + 4 <= packet.length(); at += 4) {
                int first = packet.u16(at);
                lost.add(first);
                int following = packet.u16(at + 2);
                for (int bit = 0; bit < 16; bit++) {
                    if ((following >> bit & 1) != 0) {
                        lost.add((first + bit + 1) & 0xFFFF);
                    }
                }
            }
        }
        return lost;
    }

    /** The SSRCs that a PLI or FIR asks key frames of; empty when the packet is neither. */
    public static List<Integer> keyFramesAsked(RtcpPacket packet) {
        List<Integer> asked = new ArrayList<>();
        if (packet.type() == RtcpPacket.PAYLOAD_FEEDBACK && packet.length() >= 12) {
            if (packet.count() == PICTURE_LOSS) {
                asked.add(packet.int32(8));
            } else if (packet.count() == FULL_INTRA_REQUEST) {
                for (int at = 12; at + 8 <= packet.length(); at += 8) {
                    asked.add(packet.int32(at));
                }
            }
        }
        return asked;
    }
}
