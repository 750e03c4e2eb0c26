package io.directcall.bridge.rtcp;

import java.nio.ByteBuffer;

/**
 * What the bridge tells a sender about one of its streams (RFC 3550, 6.4.1).
 *
 * @param fractionLost lost since the last report, in 1/256
 * @param lastReport middle 32 bits of the NTP time in the last sender report, 0 when there was none
 * @param delay since that report, in 1/65536 s
 */
public record ReportBlock(
        int ssrc, int fractionLost, int totalLost, int highestSequence, long jitter, int lastReport, long delay) {
    static final int LENGTH = 24;

    void write(ByteBuffer out) {
        out.putInt(ssrc)
                .putInt((fractionLost << 24) | (totalLost & 0xFF_FFFF))
                .putInt(highestSequence)
                .putInt((int) jitter)
                .putInt(lastReport)
                .putInt((int) delay);
    }
}
