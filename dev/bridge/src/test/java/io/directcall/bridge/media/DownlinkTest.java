package io.directcall.bridge.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.directcall.bridge.rtcp.ReportBlock;
import io.directcall.bridge.rtcp.RtcpMessages;
import io.directcall.bridge.rtcp.RtcpPacket;
import io.directcall.bridge.rtp.Packet;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class DownlinkTest {
    private static final long SECOND = 1_000_000_000;
    private static final int PACKET = 1250;
    private static final int PACKETS_PER_MEGABIT = 100;
    private static final Offset<Long> A_LITTLE = within(20_000L);

    private final AtomicLong clock = new AtomicLong();
    private final AtomicInteger limitKbps = new AtomicInteger();
    private final Downlink downlink = new Downlink(limitKbps::get, clock::get);

    private int sendAMegabit() {
        int carried = 0;
        for (int i = 0; i < PACKETS_PER_MEGABIT; i++) {
            clock.addAndGet(SECOND / PACKETS_PER_MEGABIT);
            carried += downlink.carries(PACKET) ? 1 : 0;
        }
        return carried;
    }

    private void askAgain(int times) {
        for (int i = 0; i < times; i++) {
            downlink.wasAskedAgain();
        }
    }

    private void report(int highestSequence, int fractionLost) {
        byte[] report =
                RtcpMessages.receiverReport(1, List.of(new ReportBlock(12, fractionLost, 0, highestSequence, 0, 0, 0)));
        RtcpPacket.split(Packet.copyOf(report)).forEach(downlink::feedback);
    }

    @Test
    void expectsMuchOfANetworkThatLosesNothing() {
        // Given
        sendAMegabit();

        // When
        downlink.measure();

        // Then
        assertThat(downlink.bitsPerSecond()).isEqualTo(Downlink.NOMINAL);
    }

    @Test
    void fallsToWhatArrivedWhenMuchIsAskedForAgain() {
        // Given
        sendAMegabit();
        askAgain(40);

        // When
        downlink.measure();

        // Then
        assertThat(downlink.bitsPerSecond()).isCloseTo(600_000, A_LITTLE);
    }

    @Test
    void fallsToWhatArrivedWhenMuchIsReportedLost() {
        // Given
        report(1000, 0);
        sendAMegabit();
        report(1100, 128);

        // When
        downlink.measure();

        // Then
        assertThat(downlink.bitsPerSecond()).isCloseTo(500_000, A_LITTLE);
    }

    @Test
    void staysWhileAFewAreLost() {
        // Given
        sendAMegabit();
        askAgain(40);
        downlink.measure();
        long before = downlink.bitsPerSecond();
        sendAMegabit();
        askAgain(5);

        // When
        downlink.measure();

        // Then
        assertThat(downlink.bitsPerSecond()).isEqualTo(before);
    }

    @Test
    void risesAgainWhenNothingIsLost() {
        // Given
        sendAMegabit();
        askAgain(40);
        downlink.measure();
        long before = downlink.bitsPerSecond();
        sendAMegabit();

        // When
        downlink.measure();

        // Then
        assertThat(downlink.bitsPerSecond()).isEqualTo((long) (before * 1.08));
    }

    @Test
    void neverFallsToNothing() {
        // Given
        sendAMegabit();
        askAgain(PACKETS_PER_MEGABIT);

        // When
        downlink.measure();

        // Then
        assertThat(downlink.bitsPerSecond()).isEqualTo(Downlink.LOWEST);
    }

    @Test
    void makesNothingOfAFewPackets() {
        // Given
        downlink.carries(PACKET);
        askAgain(1);

        // When
        downlink.measure();

        // Then
        assertThat(downlink.bitsPerSecond()).isEqualTo(Downlink.NOMINAL);
    }

    @Test
    void losesWhatIsAboveTheRateThatIsPlayed() {
        // Given
        limitKbps.set(300);
        sendAMegabit(); // uses up what may come in a burst

        // When
        int carried = sendAMegabit();

        // Then
        assertThat(carried).isBetween(29, 31);
        assertThat(downlink.bitsPerSecond()).isEqualTo(300_000);
    }
}
