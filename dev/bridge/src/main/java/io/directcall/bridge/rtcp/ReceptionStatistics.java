package io.directcall.bridge.rtcp;

/** Counts what arrives of one SSRC and says it in report blocks (RFC 3550, A.3 and A.8). Thread-safe. */
public final class ReceptionStatistics {
    private final int ssrc;
    private final int clockRate;
    private long base = -1;
    private long highest = -1;
    private long received;
    private long expectedBefore;
    private long receivedBefore;
    private double jitter;
    private long lastTransit = Long.MIN_VALUE;
    private int lastReport;
    private long lastReportNanos;

    public ReceptionStatistics(int ssrc, int clockRate) {
        this.ssrc = ssrc;
        this.clockRate = clockRate;
    }

    public synchronized void packet(int sequenceNumber, long timestamp, long nowNanos) {
        long extended = highest < 0 ? sequenceNumber : highest + (short) (sequenceNumber - (int) highest);
        if (base < 0) {
            base = extended;
        }
        boolean inOrder = extended > highest;
        highest = Math.max(highest, extended);
        received++;
        if (inOrder) {
            long arrival = (long) (nowNanos / 1e9 * clockRate);
            long transit = (int) (arrival - timestamp);
            if (lastTransit != Long.MIN_VALUE) {
                jitter += (Math.abs((int) (transit - lastTransit)) - jitter) / 16;
            }
            lastTransit = transit;
        }
    }

    /** Remembers a sender report, so that the sender can compute the round-trip time. */
    public synchronized void senderReport(int ntpMiddle, long nowNanos) {
        lastReport = ntpMiddle;
        lastReportNanos = nowNanos;
    }

    /** The report since the last one; null when nothing ever arrived. */
    public synchronized ReportBlock report(long nowNanos) {
        if (highest < 0) {
            return null;
        }
        long expected = highest - base + 1;
        long expectedNow = expected - expectedBefore;
        long lostNow = expectedNow - (received - receivedBefore);
        expectedBefore = expected;
        receivedBefore = received;
        int fraction = expectedNow <= 0 || lostNow <= 0 ? 0 : (int) Math.min(255, lostNow * 256 / expectedNow);
        int lost = (int) Math.clamp(expected - received, -0x80_0000L, 0x7F_FFFFL);
        long delay = lastReport == 0 ? 0 : (nowNanos - lastReportNanos) * 65536 / 1_000_000_000;
        return new ReportBlock(ssrc, fraction, lost, (int) highest, (long) jitter, lastReport, delay);
    }
}
