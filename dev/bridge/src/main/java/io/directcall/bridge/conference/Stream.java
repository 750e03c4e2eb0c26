package io.directcall.bridge.conference;

import io.directcall.bridge.rtcp.ReceptionStatistics;
import io.directcall.bridge.rtcp.UpstreamNacks;
import io.directcall.bridge.rtp.PacketCache;
import java.time.Duration;
import java.util.OptionalInt;

/** One signalled SSRC of an endpoint with what the bridge keeps for it. */
final class Stream {
    private static final long NEVER = Long.MIN_VALUE;
    /** Even at a few frames a second something arrives within this time. */
    private static final long SILENCE_NANOS = Duration.ofMillis(1500).toNanos();

    private final Endpoint owner;
    private volatile SourceDescription source;
    private final int ssrc;
    private final OptionalInt primary;
    private final PacketCache cache = new PacketCache();
    private final UpstreamNacks upstreamNacks = new UpstreamNacks();
    private volatile ReceptionStatistics reception;
    private volatile long arrivedNanos = NEVER;

    Stream(Endpoint owner, SourceDescription source, int ssrc, OptionalInt primary) {
        this.owner = owner;
        this.source = source;
        this.ssrc = ssrc;
        this.primary = primary;
    }

    Endpoint owner() {
        return owner;
    }

    SourceDescription source() {
        return source;
    }

    int ssrc() {
        return ssrc;
    }

    /** Of a retransmission stream: the SSRC of what it retransmits. */
    OptionalInt primary() {
        return primary;
    }

    PacketCache cache() {
        return cache;
    }

    UpstreamNacks upstreamNacks() {
        return upstreamNacks;
    }

    /** Null before the first packet, whose payload type tells the clock rate. */
    ReceptionStatistics reception() {
        return reception;
    }

    ReceptionStatistics reception(int clockRate) {
        ReceptionStatistics current = reception;
        if (current == null) {
            current = new ReceptionStatistics(ssrc, clockRate);
            reception = current;
        }
        return current;
    }

    /** Something of it arrived. */
    void arrived(long nowNanos) {
        arrivedNanos = nowNanos;
    }

    /** Whether it is being sent now. */
    boolean arrives(long nowNanos) {
        long last = arrivedNanos;
        return last != NEVER && nowNanos - last < SILENCE_NANOS;
    }

    /** The same stream with the description of {@code fresh}; cache and statistics stay. */
    Stream renamed(Stream fresh) {
        source = fresh.source;
        return this;
    }

    /** Whether it stays what it was when the sources are signalled anew. */
    boolean isSame(Stream other) {
        return owner == other.owner && primary.equals(other.primary) && source.kind() == other.source.kind();
    }
}
