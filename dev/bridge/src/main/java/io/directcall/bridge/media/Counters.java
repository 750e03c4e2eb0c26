package io.directcall.bridge.media;

import java.util.concurrent.atomic.LongAdder;

/** What one endpoint sent and got. */
public final class Counters {
    private final LongAdder packetsIn = new LongAdder();
    private final LongAdder bytesIn = new LongAdder();
    private final LongAdder packetsOut = new LongAdder();
    private final LongAdder bytesOut = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final LongAdder unsignalled = new LongAdder();

    void received(int bytes) {
        packetsIn.increment();
        bytesIn.add(bytes);
    }

    void sent(int bytes) {
        packetsOut.increment();
        bytesOut.add(bytes);
    }

    void refused() {
        refused.increment();
    }

    void unsignalled() {
        unsignalled.increment();
    }

    public long packetsIn() {
        return packetsIn.sum();
    }

    public long bytesIn() {
        return bytesIn.sum();
    }

    public long packetsOut() {
        return packetsOut.sum();
    }

    public long bytesOut() {
        return bytesOut.sum();
    }

    /** Forged, replayed, malformed or too early. */
    public long refusedPackets() {
        return refused.sum();
    }

    /** Of SSRCs that were not signalled. */
    public long unsignalledPackets() {
        return unsignalled.sum();
    }
}
