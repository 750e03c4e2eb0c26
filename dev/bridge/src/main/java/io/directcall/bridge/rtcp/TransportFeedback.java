package io.directcall.bridge.rtcp;

import java.nio.ByteBuffer;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Transport-wide congestion control feedback for what one endpoint sends
 * (draft-holmer-rmcat-transport-wide-cc-extensions-01). A browser that negotiated it and gets none sends 25 kbit/s of
 * video. Thread-safe; keeps at most {@value #MOST_PENDING} arrivals.
 */
public final class TransportFeedback {
    private static final int MOST_PENDING = 2000;
    /** More would not fit into one datagram. */
    private static final int MOST_PER_PACKET = 400;

    private static final int FORMAT = 15;
    private static final int TICK_MICROS = 250;
    private static final int REFERENCE_MICROS = 64_000;
    private static final int NOT_RECEIVED = 0;
    private static final int SMALL_DELTA = 1;
    private static final int LARGE_DELTA = 2;

    /** Arrival in microseconds by unwrapped sequence number. */
    private final TreeMap<Long, Long> arrivals = new TreeMap<>();

    private long newest = -1;
    private long next = -1;
    private int count;

    public synchronized void received(int sequenceNumber, long micros) {
        long sequence = newest < 0 ? 0x10000 + sequenceNumber : newest + (short) (sequenceNumber - (int) newest);
        newest = Math.max(newest, sequence);
        if (next < 0) {
            next = sequence;
        }
        if (sequence >= next && arrivals.size() < MOST_PENDING) {
            arrivals.putIfAbsent(sequence, micros);
        }
    }

    /** The next feedback packet, or empty when nothing new arrived. Call again until it is empty. */
    public synchronized Optional<byte[]> next(int sender, int media) {
        if (arrivals.isEmpty()) {
            return Optional.empty();
        }
        if (arrivals.firstKey() - next >= MOST_PER_PACKET) {
            next = arrivals.firstKey(); // a jump that no loss explains
        }
        long first = next;
        long last = Math.min(arrivals.lastKey(), first + MOST_PER_PACKET - 1);
        NavigableMap<Long, Long> reported = arrivals.headMap(last, true);
        byte[] packet = build(sender, media, first, (int) (last - first + 1), reported);
        reported.clear();
        next = last + 1;
        return Optional.of(packet);
    }

    private byte[] build(int sender, int media, long first, int size, NavigableMap<Long, Long> reported) {
        long reference = Math.floorDiv(reported.firstEntry().getValue(), (long) REFERENCE_MICROS);
        int[] symbols = new int[size];
        ByteBuffer deltas = ByteBuffer.allocate(2 * size);
        long previous = reference * REFERENCE_MICROS;
        for (int i = 0; i < size; i++) {
            Long arrival = reported.get(first + i);
            if (arrival == null) {
                continue;
            }
            long delta = Math.floorDiv(arrival - previous, (long) TICK_MICROS);
            symbols[i] = symbol(delta);
            if (symbols[i] == SMALL_DELTA) {
                deltas.put((byte) delta);
            } else if (symbols[i] == LARGE_DELTA) {
                deltas.putShort((short) delta);
            } else {
                continue;
            }
            previous += delta * TICK_MICROS;
        }
        return write(sender, media, first, reference, symbols, deltas.flip());
    }

    private static int symbol(long delta) {
        if (delta >= 0 && delta <= 255) {
            return SMALL_DELTA;
        }
        return delta == (short) delta ? LARGE_DELTA : NOT_RECEIVED;
    }

    private byte[] write(int sender, int media, long first, long reference, int[] symbols, ByteBuffer deltas) {
        int chunks = (symbols.length + 6) / 7;
        int size = 20 + 2 * chunks + deltas.remaining();
        int padded = (size + 3) & ~3;
        ByteBuffer out = ByteBuffer.allocate(padded)
                .put((byte) (0x80 | FORMAT | (padded == size ? 0 : 0x20)))
                .put((byte) RtcpPacket.TRANSPORT_FEEDBACK)
                .putShort((short) (padded / 4 - 1))
                .putInt(sender)
                .putInt(media)
                .putShort((short) first)
                .putShort((short) symbols.length)
                .putInt(((int) (reference << 8)) | (count++ & 0xFF));
        for (int chunk = 0; chunk < chunks; chunk++) {
            out.putShort((short) statusVector(symbols, 7 * chunk));
        }
        out.put(deltas);
        if (padded != size) {
            out.put(padded - 1, (byte) (padded - size));
        }
        return out.array();
    }

    /** Seven two-bit symbols. */
    private static int statusVector(int[] symbols, int from) {
        int vector = 0xC000;
        for (int i = 0; i < 7 && from + i < symbols.length; i++) {
            vector |= symbols[from + i] << (12 - 2 * i);
        }
        return vector;
    }
}
