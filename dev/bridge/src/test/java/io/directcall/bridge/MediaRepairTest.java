package io.directcall.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.directcall.bridge.client.TestChannel;
import io.directcall.bridge.rtcp.RtcpMessages;
import io.directcall.bridge.rtcp.RtcpPacket;
import io.directcall.bridge.rtp.Packets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the bridge does against loss and congestion. */
class MediaRepairTest extends TwoClients {
    @Test
    void asksForAKeyframeWhenAReceiverWantsTheSource() {
        // When
        try (TestChannel channel = seeAll()) {

            // Then
            await().untilAsserted(() -> assertThat(alice.rtcp())
                    .anySatisfy(packet ->
                            assertThat(RtcpMessages.keyFramesAsked(packet)).containsExactly(VIDEO)));
            assertThat(channel.closed()).isNotDone();
        }
    }

    @Test
    void answersNacksFromItsCache() {
        // Given
        try (TestChannel channel = seeAll()) {
            for (int i = 1; i <= 20; i++) {
                alice.sendRtp(video(i));
            }
            await().untilAsserted(() -> assertThat(bob.rtp()).hasSize(20));

            // When
            bob.sendRtcp(RtcpMessages.nack(1, VIDEO, List.of(5)));

            // Then: a browser that did get it takes the second for a replay, so the bridge's count must do
            await().untilAsserted(() -> assertThat(resent()).isEqualTo(1));
            assertThat(channel.closed()).isNotDone();
        }
    }

    @Test
    void asksTheSenderForWhatItLacksItself() {
        // Given
        try (TestChannel channel = seeAll()) {
            alice.sendRtp(video(1));
            await().untilAsserted(() -> assertThat(bob.rtp()).hasSize(1));

            // When
            bob.sendRtcp(RtcpMessages.nack(1, VIDEO, List.of(300)));

            // Then
            await().untilAsserted(() -> assertThat(alice.rtcp())
                    .anySatisfy(
                            packet -> assertThat(RtcpMessages.nacked(packet)).containsExactly(300)));
            assertThat(channel.closed()).isNotDone();
        }
    }

    @Test
    void restoresPacketsFromRetransmissions() {
        // Given
        try (TestChannel channel = seeAll()) {
            alice.sendRtp(video(1));
            await().untilAsserted(() -> assertThat(bob.rtp()).hasSize(1));

            // When: sequence number 2 comes as a retransmission, 1 comes again as a probe
            alice.sendRtp(Packets.rtp(96, 500, RTX, (byte) 0, (byte) 1, (byte) 7, (byte) 1));
            alice.sendRtp(Packets.rtp(96, 501, RTX, (byte) 0, (byte) 2, (byte) 7, (byte) 2));

            // Then
            await().untilAsserted(() -> assertThat(bob.rtp()).hasSize(2));
            assertThat(bob.rtp().get(1).toByteArray()).endsWith(7, 2);
            assertThat(bob.rtp().get(1).ssrc()).isEqualTo(VIDEO);
            assertThat(channel.closed()).isNotDone();
        }
    }

    @Test
    void givesCongestionFeedbackAndReports() {
        // When
        alice.sendRtp(audio(1));

        // Then
        await().untilAsserted(() -> assertThat(alice.rtcp())
                .anyMatch(packet -> packet.type() == RtcpPacket.TRANSPORT_FEEDBACK && packet.count() == 15)
                .anyMatch(packet -> packet.type() == RtcpPacket.RECEIVER_REPORT && packet.count() == 1));
    }
}
