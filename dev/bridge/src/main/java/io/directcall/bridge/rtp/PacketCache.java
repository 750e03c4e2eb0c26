package io.directcall.bridge.rtp;

import java.util.Optional;

/**
 * The last 512 packets of one SSRC, to answer NACKs with. Without it NACKs had to travel on to the sender, and at 5 %
 * loss a third of the frames was lost.
 */
public final class PacketCache {
    public static final int CAPACITY = 512;

    private final Packet[] packets = new Packet[CAPACITY];

    /** Keeps the packet itself: whoever sends it must send a copy. */
    public synchronized void put(Packet packet) {
        packets[packet.sequenceNumber() % CAPACITY] = packet;
    }

    public synchronized Optional<Packet> get(int sequenceNumber) {
        Packet found = packets[sequenceNumber % CAPACITY];
        return found != null && found.sequenceNumber() == sequenceNumber ? Optional.of(found) : Optional.empty();
    }
}
