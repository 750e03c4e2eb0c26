package io.directcall.bridge.layers;

import static org.assertj.core.api.Assertions.assertThat;

import io.directcall.bridge.rtp.Packet;
import io.directcall.bridge.rtp.Packets;
import org.junit.jupiter.api.Test;

class Vp8Test {
    @Test
    void tellsTheStartOfAKeyFrame() {
        assertThat(new Vp8(Vp8Packets.keyFrame(1, 1, 1, 1)).startsKeyFrame()).isTrue();
        assertThat(new Vp8(Vp8Packets.frame(1, 1, 1, 1)).startsKeyFrame()).isFalse();
        assertThat(new Vp8(Vp8Packets.rest(1, 1, 1, 1)).startsKeyFrame()).isFalse();
        // Without the extension; the second partition of a frame.
        assertThat(new Vp8(vp8(0x10, 0, 1, 2, 3, 4, 5)).startsKeyFrame()).isTrue();
        assertThat(new Vp8(vp8(0x11, 0, 1, 2, 3, 4, 5)).startsKeyFrame()).isFalse();
    }

    @Test
    void shiftsShortNumbersWithinTheirSize() {
        // Given
        Packet packet = vp8(0x90, 0xC0, 0x7F, 0xFF, 0, 1, 2, 3);

        // When
        new Vp8(packet).shift(2, 3);

        // Then
        assertThat(packet.toByteArray()).endsWith(0x90, 0xC0, 0x01, 0x02, 0, 1, 2, 3);
    }

    @Test
    void leavesAloneWhatHasNoNumbers() {
        // Given
        Packet plain = vp8(0x10, 0, 1, 2, 3, 4, 5);
        Packet cut = vp8(0x90, 0xC0);

        // When
        new Vp8(plain).shift(2, 3);
        new Vp8(cut).shift(2, 3);

        // Then
        assertThat(plain.toByteArray()).endsWith(0x10, 0, 1, 2, 3, 4, 5);
        assertThat(cut.toByteArray()).endsWith(0x90, 0xC0);
    }

    private static Packet vp8(int... payload) {
        byte[] bytes = new byte[payload.length];
        for (int i = 0; i < payload.length; i++) {
            bytes[i] = (byte) payload[i];
        }
        return Packets.rtp(100, 1, 1, bytes);
    }
}
