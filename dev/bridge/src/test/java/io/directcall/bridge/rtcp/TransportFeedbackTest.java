package io.directcall.bridge.rtcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TransportFeedbackTest {
    private final TransportFeedback feedback = new TransportFeedback();

    /** Arrival in microseconds by sequence number, read as a browser does. */
    private static Map<Integer, Long> decode(byte[] packet) {
        ByteBuffer in = ByteBuffer.wrap(packet);
        assertThat(in.get() & 0x9F).isEqualTo(0x8F);
        assertThat(in.get() & 0xFF).isEqualTo(205);
        assertThat(in.getShort()).isEqualTo((short) (packet.length / 4 - 1));
        in.position(12);
        int base = in.getShort() & 0xFFFF;
        int count = in.getShort() & 0xFFFF;
        long time = (in.getInt() >> 8) * 64_000L;
        int[] symbols = new int[count];
        for (int i = 0; i < count; i += 7) {
            int chunk = in.getShort() & 0xFFFF;
            assertThat(chunk & 0xC000).isEqualTo(0xC000);
            for (int j = 0; j < 7 && i + j < count; j++) {
                symbols[i + j] = (chunk >> (12 - 2 * j)) & 3;
            }
        }
        Map<Integer, Long> arrivals = new TreeMap<>();
        for (int i = 0; i < count; i++) {
            if (symbols[i] != 0) {
                time += 250L * (symbols[i] == 1 ? in.get() & 0xFF : in.getShort());
                arrivals.put((base + i) & 0xFFFF, time);
            }
        }
        return arrivals;
    }

    @Test
    void tellsWhenPacketsArrived() {
        // Given
        feedback.received(10, 1_000_000);
        feedback.received(11, 1_005_000);
        feedback.received(13, 1_105_000);
        feedback.received(12, 1_110_000);

        // When
        byte[] packet = feedback.next(1, 2).orElseThrow();

        // Then
        assertThat(decode(packet))
                .containsExactly(
                        Map.entry(10, 1_000_000L),
                        Map.entry(11, 1_005_000L),
                        Map.entry(12, 1_110_000L),
                        Map.entry(13, 1_105_000L));
    }

    @Test
    void leavesOutWhatWasLost() {
        // Given
        feedback.received(65_535, 1_000_000);
        feedback.received(2, 1_001_000);

        // When
        byte[] packet = feedback.next(1, 2).orElseThrow();

        // Then
        assertThat(decode(packet)).containsOnlyKeys(65_535, 2);
        assertThat(ByteBuffer.wrap(packet).getShort(14)).isEqualTo((short) 4);
    }

    @Test
    void goesOnWhereItStopped() {
        // Given
        feedback.received(1, 1_000_000);
        assertThat(feedback.next(1, 2)).isPresent();
        feedback.received(4, 1_050_000);

        // When
        byte[] packet = feedback.next(1, 2).orElseThrow();

        // Then: 2 and 3 are reported as lost
        assertThat(ByteBuffer.wrap(packet).getShort(12)).isEqualTo((short) 2);
        assertThat(decode(packet)).containsOnlyKeys(4);
        assertThat(feedback.next(1, 2)).isEmpty();
    }

    @Test
    void fitsIntoADatagramHoweverManyArrive() {
        // Given
        for (int i = 0; i < 5000; i++) {
            feedback.received(i, 1_000_000 + 100L * i);
        }

        // When
        int packets = 0;
        int reported = 0;
        for (Optional<byte[]> next = feedback.next(1, 2); next.isPresent(); next = feedback.next(1, 2)) {
            assertThat(next.get()).hasSizeLessThan(1200);
            reported += decode(next.get()).size();
            packets++;
        }

        // Then
        assertThat(packets).isEqualTo(5);
        assertThat(reported).isEqualTo(2000);
    }

    @Test
    void survivesJumpsThatNoLossExplains() {
        // Given
        feedback.received(0, 1_000_000);
        assertThat(feedback.next(1, 2)).isPresent();
        feedback.received(30_000, 1_100_000);
        feedback.received(60_000, 1_200_000);

        // When
        Optional<byte[]> first = feedback.next(1, 2);
        Optional<byte[]> second = feedback.next(1, 2);

        // Then
        assertThat(decode(first.orElseThrow())).containsOnlyKeys(30_000);
        assertThat(decode(second.orElseThrow())).containsOnlyKeys(60_000);
    }
}
