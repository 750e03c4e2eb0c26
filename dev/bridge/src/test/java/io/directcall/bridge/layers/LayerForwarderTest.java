package io.directcall.bridge.layers;

import static io.directcall.bridge.layers.Vp8Packets.frame;
import static io.directcall.bridge.layers.Vp8Packets.keyFrame;
import static io.directcall.bridge.layers.Vp8Packets.rest;
import static org.assertj.core.api.Assertions.assertThat;

import io.directcall.bridge.layers.LayerForwarder.Original;
import io.directcall.bridge.rtp.Packet;
import io.directcall.bridge.rtp.Packets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LayerForwarderTest {
    private static final int SMALL = 21;
    private static final int LARGE = 22;
    private static final long FRAME_NANOS = 33_333_333;

    private final LayerForwarder forwarder = new LayerForwarder(SMALL);
    private final List<Packet> out = new ArrayList<>();
    private long now = 1;

    @Test
    void beginsWithAKeyFrame() {
        // When
        in(frame(SMALL, 9, 5, 1), rest(SMALL, 10, 6, 2), keyFrame(SMALL, 11, 7, 3), rest(SMALL, 12, 7, 3));

        // Then
        assertThat(out).extracting(Packet::sequenceNumber).containsExactly(11, 12);
        assertThat(out.getFirst().toByteArray())
                .isEqualTo(keyFrame(SMALL, 11, 7, 3).toByteArray());
    }

    @Test
    void forwardsOneLayerOnly() {
        // When
        in(keyFrame(SMALL, 1, 1, 1), keyFrame(LARGE, 500, 900, 9), frame(SMALL, 2, 2, 2), frame(LARGE, 501, 901, 10));

        // Then
        assertThat(out).extracting(Packet::sequenceNumber).containsExactly(1, 2);
    }

    @Test
    void changesAtAKeyFrameWithNumbersThatGoOn() {
        // Given
        in(keyFrame(SMALL, 65_534, 0x7FFE, 254), frame(SMALL, 65_535, 0x7FFF, 255));
        forwarder.want(LARGE);

        // When
        in(
                frame(LARGE, 500, 900, 9),
                frame(SMALL, 0, 0, 0),
                keyFrame(LARGE, 501, 901, 10),
                frame(SMALL, 1, 1, 1),
                rest(LARGE, 502, 901, 10),
                frame(LARGE, 503, 902, 11));

        // Then
        assertThat(out).extracting(Packet::sequenceNumber).containsExactly(65_534, 65_535, 0, 1, 2, 3);
        assertThat(out).extracting(Packet::ssrc).containsOnly(SMALL);
        assertThat(out).extracting(packet -> new Vp8(packet).pictureId()).containsExactly(0x7FFE, 0x7FFF, 0, 1, 1, 2);
        assertThat(out).extracting(packet -> new Vp8(packet).tl0()).containsExactly(254, 255, 0, 1, 1, 2);
        assertThat(forwarder.isWaiting()).isFalse();
    }

    @Test
    void movesTheTimeOnAcrossAChange() {
        // Given
        in(keyFrame(SMALL, 1, 1, 1));
        long before = out.getLast().timestamp();
        forwarder.want(LARGE);

        // When
        in(keyFrame(LARGE, 500, 1, 1), frame(LARGE, 501, 2, 2));

        // Then
        assertThat(out.get(1).timestamp() - before).isBetween(2_990L, 3_010L);
        assertThat(out.get(2).timestamp() - out.get(1).timestamp()).isEqualTo(1_000);
        assertThat(forwarder.timestampsOf(LARGE)).contains((int) (out.get(1).timestamp() - 500_000));
        assertThat(forwarder.timestampsOf(SMALL)).isEmpty();
    }

    @Test
    void dropsWhatComesLateFromBeforeAChange() {
        // Given
        in(keyFrame(SMALL, 1, 1, 1));
        forwarder.want(LARGE);
        in(keyFrame(LARGE, 500, 900, 9));

        // When
        in(rest(LARGE, 499, 899, 8), frame(SMALL, 2, 2, 2));

        // Then
        assertThat(out).hasSize(2);
    }

    @Test
    void leavesRoomForWhatIsMissing() {
        // When
        in(keyFrame(SMALL, 1, 1, 1));
        forwarder.want(LARGE);
        in(keyFrame(LARGE, 500, 900, 9), frame(LARGE, 503, 902, 10), rest(LARGE, 501, 900, 9));

        // Then
        assertThat(out).extracting(Packet::sequenceNumber).containsExactly(1, 2, 5, 3);
    }

    @Test
    void knowsWhatAReceiverLacks() {
        // Given
        in(keyFrame(SMALL, 1, 1, 1), frame(SMALL, 2, 2, 2));
        forwarder.want(LARGE);
        in(keyFrame(LARGE, 500, 900, 9), frame(LARGE, 501, 901, 10));

        // When
        Original small = forwarder.original(2).orElseThrow();
        Original large = forwarder.original(4).orElseThrow();
        Original neverArrived = forwarder.original(9).orElseThrow();

        // Then
        assertThat(small.layer()).isEqualTo(SMALL);
        assertThat(small.sequenceNumber()).isEqualTo(2);
        assertThat(large.layer()).isEqualTo(LARGE);
        assertThat(large.rewritten(frame(LARGE, 501, 901, 10)).toByteArray())
                .isEqualTo(out.getLast().toByteArray());
        assertThat(neverArrived.sequenceNumber()).isEqualTo(506);
        assertThat(forwarder.original(0)).isEmpty();
    }

    @Test
    void goesOnWithAKeyFrameAfterAPause() {
        // Given
        in(keyFrame(SMALL, 1, 1, 1));
        forwarder.pause();
        in(frame(SMALL, 2, 2, 2), frame(SMALL, 3, 3, 3));

        // When
        in(keyFrame(SMALL, 900, 80, 70));

        // Then
        assertThat(out).extracting(Packet::sequenceNumber).containsExactly(1, 2);
        assertThat(new Vp8(out.getLast()).pictureId()).isEqualTo(2);
    }

    @Test
    void passesPaddingOn() {
        // Given
        in(keyFrame(SMALL, 1, 1, 1));

        // When
        in(Packets.rtp(100, 2, SMALL));

        // Then
        assertThat(out).extracting(Packet::sequenceNumber).containsExactly(1, 2);
    }

    private void in(Packet... packets) {
        for (Packet packet : packets) {
            forwarder.forward(packet, now).ifPresent(out::add);
            now += FRAME_NANOS;
        }
    }
}
