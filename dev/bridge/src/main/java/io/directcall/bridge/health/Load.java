package io.directcall.bridge.health;

/** How busy the bridge is, sampled every ten seconds: packets in and out against the rate that counts as full. */
public final class Load {
    private final int stressPacketRate;
    private long packetsBefore;
    private long sampledNanos;
    private volatile double packetRate;

    public Load(int stressPacketRate, long nowNanos) {
        this.stressPacketRate = stressPacketRate;
        this.sampledNanos = nowNanos;
    }

    /** @param packets handled since the start */
    public synchronized void sample(long packets, long nowNanos) {
        long elapsed = Math.max(1, nowNanos - sampledNanos);
        packetRate = (packets - packetsBefore) * 1e9 / elapsed;
        packetsBefore = packets;
        sampledNanos = nowNanos;
    }

    /** Packets per second, in and out. */
    public double packetRate() {
        return packetRate;
    }

    /** 0 is idle, 1 is full, more is overloaded. */
    public double stressLevel() {
        return packetRate / stressPacketRate;
    }
}
