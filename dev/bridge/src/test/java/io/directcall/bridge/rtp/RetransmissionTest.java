package io.directcall.bridge.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class RetransmissionTest {
    @Test
    void restoresWhatWasLost() {
        // Given
        Packet rtx = Packets.rtp(96, 4000, 22, (byte) 0x30, (byte) 0x39, (byte) 1, (byte) 2, (byte) 3);

        // When
        Optional<Packet> original = Retransmission.original(rtx, -7, 100);

        // Then
        assertThat(original).hasValueSatisfying(packet -> {
            assertThat(packet.sequenceNumber()).isEqualTo(12345);
            assertThat(packet.ssrc()).isEqualTo(-7);
            assertThat(packet.payloadType()).isEqualTo(100);
            assertThat(packet.toByteArray()).endsWith(1, 2, 3);
            assertThat(packet.timestamp()).isEqualTo(rtx.timestamp());
        });
    }

    @Test
    void findsNothingInPadding() {
        // Given
        byte[] padded = Packets.rtp(96, 1, 22, new byte[200]).toByteArray();
        padded[0] |= 0x20;
        padded[padded.length - 1] = (byte) 200;

        // When
        Optional<Packet> original = Retransmission.original(Packet.copyOf(padded), 7, 100);

        // Then
        assertThat(original).isEmpty();
    }
}
