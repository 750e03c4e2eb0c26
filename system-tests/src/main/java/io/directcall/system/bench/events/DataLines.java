package io.directcall.system.bench.events;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.function.LongConsumer;

/**
 * Finds the numbers of events in an event stream. Reads no more than it needs, because the generator shares its processors with the hub:
 * lines that start with {@code data:}, and in them {@code "seq":N}.
 */
final class DataLines {
    private static final byte[] DATA = "data:".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] SEQ = "\"seq\":".getBytes(StandardCharsets.US_ASCII);

    private final LongConsumer seqs;
    private Buffer rest = Buffer.buffer();

    /** @param seqs gets each number in turn */
    DataLines(LongConsumer seqs) {
        this.seqs = seqs;
    }

    /** Takes the next piece of the stream. */
    void feed(Buffer piece) {
        byte[] bytes = (rest.length() == 0 ? piece : rest.appendBuffer(piece)).getBytes();
        int start = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                line(bytes, start, i);
                start = i + 1;
            }
        }
        rest = start == bytes.length
                ? Buffer.buffer()
                : Buffer.buffer().appendBytes(bytes, start, bytes.length - start);
    }

    private void line(byte[] bytes, int start, int end) {
        if (!isAt(DATA, bytes, start, end)) {
            return;
        }
        for (int i = start; i < end; i++) {
            if (isAt(SEQ, bytes, i, end)) {
                seqs.accept(number(bytes, i + SEQ.length, end));
                return;
            }
        }
    }

    private static boolean isAt(byte[] wanted, byte[] bytes, int from, int end) {
        if (from + wanted.length > end) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (bytes[from + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    private static long number(byte[] bytes, int from, int end) {
        long number = 0;
        for (int i = from; i < end && bytes[i] >= '0' && bytes[i] <= '9'; i++) {
            number = number * 10 + (bytes[i] - '0');
        }
        return number;
    }
}
