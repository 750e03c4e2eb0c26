package io.directcall.bridge.rtcp;

import static org.assertj.core.api.Assertions.assertThat;

import io.directcall.bridge.rtp.Packet;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RtcpPacketTest {
    private static Packet compound(byte[]... parts) {
        ByteBuffer all = ByteBuffer.allocate(2000);
        for (byte[] part : parts) {
            all.put(part);
        }
        return Packet.copyOf(all.array(), 0, all.position());
    }

    @Test
    void splitsACompoundPacket() {
        // When
        List<RtcpPacket> packets = RtcpPacket.split(compound(
                RtcpMessages.receiverReport(1, List.of()),
                RtcpMessages.pictureLoss(1, 42),
                RtcpMessages.nack(1, 43, List.of(7))));

        // Then
        assertThat(packets).extracting(RtcpPacket::type).containsExactly(201, 206, 205);
        assertThat(RtcpMessages.keyFramesAsked(packets.get(1))).containsExactly(42);
        assertThat(RtcpMessages.nacked(packets.get(2))).containsExactly(7);
    }

    @Test
    void readsTheBitMaskOfANack() {
        // Given
        byte[] nack = RtcpMessages.nack(1, 43, List.of(65_534));
        nack[15] = 0b101; // the first and the third after it

        // When
        List<Integer> lost =
                RtcpMessages.nacked(RtcpPacket.split(Packet.copyOf(nack)).get(0));

        // Then
        assertThat(lost).containsExactly(65_534, 65_535, 1);
    }

    @Test
    void stopsAtALengthBeyondTheEnd() {
        // Given
        byte[] hostile = RtcpMessages.pictureLoss(1, 42);
        hostile[3] = 99;

        // When
        List<RtcpPacket> packets = RtcpPacket.split(compound(RtcpMessages.pictureLoss(1, 41), hostile));

        // Then
        assertThat(packets).hasSize(1);
    }

    @Test
    void forwardsSenderReportsWithoutTheirBlocks() {
        // Given
        byte[] report = new byte[52];
        report[0] = (byte) 0x81;
        report[1] = (byte) 200;
        report[3] = 12;
        report[27] = 5;
        report[28] = 6;

        // When
        byte[] info =
                RtcpMessages.senderInfo(RtcpPacket.split(Packet.copyOf(report)).get(0));

        // Then
        assertThat(info).hasSize(28).endsWith(5).startsWith(0x80, 200, 0, 6);
    }

    @Test
    void readsReportsAsItWritesThem() {
        // Given
        List<ReportBlock> blocks = List.of(
                new ReportBlock(-5, 255, -3, 70_000, 9, 1, 2), new ReportBlock(6, 0, 1000, 8, 0, 0, 0xFFFF_FFFFL));

        // When
        RtcpPacket report = RtcpPacket.split(Packet.copyOf(RtcpMessages.receiverReport(1, blocks)))
                .get(0);

        // Then
        assertThat(ReportBlock.of(report)).isEqualTo(blocks);
    }

    @Test
    void survivesJunk() {
        // Given
        Random random = new Random(3);
        for (int i = 0; i < 50_000; i++) {
            byte[] junk = new byte[random.nextInt(60)];
            random.nextBytes(junk);
            if (junk.length > 3) {
                junk[0] = (byte) (0x80 | (junk[0] & 0x1F));
                junk[1] = (byte) (200 + random.nextInt(8));
                junk[2] = 0;
                junk[3] &= 0x0F;
            }

            // When
            List<RtcpPacket> packets = RtcpPacket.split(Packet.copyOf(junk));

            // Then
            assertThat(packets).allSatisfy(packet -> {
                assertThat(RtcpMessages.nacked(packet)).isNotNull();
                assertThat(RtcpMessages.keyFramesAsked(packet)).isNotNull();
                assertThat(ReportBlock.of(packet)).hasSizeLessThan(3);
                if (RtcpMessages.isSenderReport(packet)) {
                    assertThat(RtcpMessages.senderInfo(packet)).hasSize(28);
                }
            });
        }
    }
}
