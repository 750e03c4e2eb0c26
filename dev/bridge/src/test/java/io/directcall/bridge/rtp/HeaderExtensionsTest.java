package io.directcall.bridge.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class HeaderExtensionsTest {
    private static final byte[] PAYLOAD = {9, 8, 7};
    /** Ids 1 (one byte) and 5 (two bytes), then padding. */
    private static final byte[] ONE_BYTE = {0x10, 0x55, 0x51, 0x12, 0x34, 0, 0, 0};
    /** The same in the two-byte form, and an empty element 7. */
    private static final byte[] TWO_BYTE = {1, 1, 0x55, 5, 2, 0x12, 0x34, 0, 7, 0, 0, 0};

    private static Map<Integer, Integer> lengths(Packet packet) {
        Map<Integer, Integer> found = new TreeMap<>();
        HeaderExtensions.visit(packet, (id, offset, length) -> found.put(id, length));
        return found;
    }

    @Test
    void readsTheOneByteForm() {
        // When
        Map<Integer, Integer> found = lengths(Packets.rtp(100, 1, 2, 0xBEDE, ONE_BYTE, PAYLOAD));

        // Then
        assertThat(found).containsExactly(Map.entry(1, 1), Map.entry(5, 2));
    }

    @Test
    void readsTheTwoByteForm() {
        // When
        Map<Integer, Integer> found = lengths(Packets.rtp(100, 1, 2, 0x1000, TWO_BYTE, PAYLOAD));

        // Then
        assertThat(found).containsExactly(Map.entry(1, 1), Map.entry(5, 2), Map.entry(7, 0));
    }

    @Test
    void keepsOnlyWhatIsAsked() {
        // Given
        Packet packet = Packets.rtp(100, 1, 2, 0xBEDE, ONE_BYTE, PAYLOAD);

        // When
        Packet kept = HeaderExtensions.retain(packet, id -> id == 1);

        // Then
        assertThat(lengths(kept)).containsExactly(Map.entry(1, 1));
        assertThat(kept.ssrc()).isEqualTo(2);
        assertThat(kept.toByteArray()).endsWith(PAYLOAD);
        assertThat(kept.payloadLength()).isEqualTo(PAYLOAD.length);
    }

    @Test
    void leavesNoExtensionWhenNothingIsKept() {
        // When
        Packet kept = HeaderExtensions.retain(Packets.rtp(100, 1, 2, 0x1000, TWO_BYTE, PAYLOAD), id -> false);

        // Then
        assertThat(kept.hasExtension()).isFalse();
        assertThat(kept.toByteArray()).isEqualTo(Packets.rtp(100, 1, 2, PAYLOAD).toByteArray());
    }

    @Test
    void stopsAtAnElementThatReachesBeyondTheBlock() {
        // Given
        byte[] hostile = {0x10, 0x55, 0x5F, 0x12};

        // When
        Map<Integer, Integer> found = lengths(Packets.rtp(100, 1, 2, 0xBEDE, hostile, PAYLOAD));

        // Then
        assertThat(found).containsExactly(Map.entry(1, 1));
    }

    @Test
    void survivesJunk() {
        // Given
        Random random = new Random(7);
        for (int i = 0; i < 50_000; i++) {
            byte[] junk = new byte[random.nextInt(80)];
            random.nextBytes(junk);
            if (junk.length > 0) {
                junk[0] = (byte) (0x80 | (junk[0] & 0x3F));
            }
            Packet packet = Packet.copyOf(junk);

            // When
            boolean rtp = packet.isRtp();

            // Then
            if (rtp) {
                Packet kept = HeaderExtensions.retain(packet, id -> id % 2 == 0);
                assertThat(kept.isRtp()).isTrue();
                assertThat(kept.payloadLength()).isEqualTo(packet.payloadLength());
            }
        }
    }
}
