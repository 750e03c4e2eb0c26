package io.directcall.bridge.media;

import io.directcall.bridge.rtcp.ReportBlock;
import io.directcall.bridge.rtcp.RtcpPacket;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;

/**
 * The way from the bridge to one client: drops what is above the rate that is played, and estimates what arrives by what
 * the client reports as lost and asks for again. Thread-safe.
 *
 * <p>Much cruder than the delay-based estimation of Jitsi Videobridge: it falls to what was delivered when more than 10 %
 * are lost, rises by 8 % a second when less than 2 % are, and is never above 10 Mbit/s.
 */
public final class Downlink {
    /** What is said of a network that loses nothing, in bit/s. */
    static final long NOMINAL = 10_000_000;

    static final long LOWEST = 30_000;
    private static final double HIGH_LOSS = 0.10;
    private static final double LOW_LOSS = 0.02;
    private static final double RISE = 1.08;
    /** Fewer packets say nothing about a share. */
    private static final int FEWEST_PACKETS = 10;
    /** A burst of a fifth of a second passes: a key frame is sent at once. */
    private static final double BURST_SECONDS = 0.2;

    private final IntSupplier limitKbps;
    private final LongSupplier nanoClock;
    private final Map<Integer, Integer> highestReported = new HashMap<>();
    private double allowance = Double.MAX_VALUE;
    private long refilledNanos;
    private long measuredNanos;
    private long sentBits;
    private int sentPackets;
    private int askedAgain;
    private double reportedLost;
    private int reportedExpected;
    private long estimate = NOMINAL;

    /** @param limitKbps the rate that is played, in kbit/s; 0 for none */
    public Downlink(IntSupplier limitKbps, LongSupplier nanoClock) {
        this.limitKbps = limitKbps;
        this.nanoClock = nanoClock;
        this.refilledNanos = nanoClock.getAsLong();
        this.measuredNanos = refilledNanos;
    }

    /** Counts a packet on its way out; false when the network that is played loses it. */
    synchronized boolean carries(int bytes) {
        sentBits += 8L * bytes;
        sentPackets++;
        int limit = limitKbps.getAsInt();
        if (limit <= 0) {
            return true;
        }
        long now = nanoClock.getAsLong();
        double rate = limit * 1000.0;
        allowance = Math.min(rate * BURST_SECONDS, allowance + (now - refilledNanos) / 1e9 * rate);
        refilledNanos = now;
        if (allowance < 8L * bytes) {
            return false;
        }
        allowance -= 8L * bytes;
        return true;
    }

    /** The client asked for a packet again that it had been sent. */
    synchronized void wasAskedAgain() {
        askedAgain++;
    }

    /** Takes what the client reports about the streams that it gets. */
    synchronized void feedback(RtcpPacket packet) {
        for (ReportBlock block : ReportBlock.of(packet)) {
            Integer before = highestReported.put(block.ssrc(), block.highestSequence());
            int expected = before == null ? 0 : block.highestSequence() - before;
            if (expected > 0) {
                reportedExpected += expected;
                reportedLost += expected * block.fractionLost() / 256.0;
            }
        }
    }

    /** To be called about once a second: looks back at what was sent and lost since the last time. */
    public synchronized void measure() {
        long now = nanoClock.getAsLong();
        double seconds = Math.max(1, now - measuredNanos) / 1e9;
        double loss = Math.max(share(askedAgain, sentPackets), share(reportedLost, reportedExpected));
        if (loss > HIGH_LOSS) {
            long delivered = (long) (sentBits / seconds * (1 - loss));
            estimate = Math.max(LOWEST, Math.min(estimate, delivered));
        } else if (loss < LOW_LOSS) {
            estimate = (long) Math.min(NOMINAL, estimate * RISE);
        }
        measuredNanos = now;
        sentBits = 0;
        sentPackets = 0;
        askedAgain = 0;
        reportedLost = 0;
        reportedExpected = 0;
    }

    private static double share(double lost, int of) {
        return of < FEWEST_PACKETS ? 0 : Math.min(1, lost / of);
    }

    /** What is expected to arrive, in bit/s; a rate that is played is known. */
    public synchronized long bitsPerSecond() {
        int limit = limitKbps.getAsInt();
        return limit > 0 ? Math.min(estimate, limit * 1000L) : estimate;
    }
}
