package io.directcall.bridge.rtcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FeedbackRulesTest {
    private static final long MILLI = 1_000_000;

    private final KeyframeRequests keyframes = new KeyframeRequests();

    @Test
    void asksForAKeyframeAtOnce() {
        // When
        boolean now = keyframes.ask(7, 0);

        // Then
        assertThat(now).isTrue();
        assertThat(keyframes.due(1000 * MILLI)).isEmpty();
    }

    @Test
    void keepsARequestThatComesTooEarly() {
        // Given
        assertThat(keyframes.ask(7, 0)).isTrue();

        // When
        boolean now = keyframes.ask(7, 100 * MILLI);

        // Then
        assertThat(now).isFalse();
        assertThat(keyframes.due(200 * MILLI)).isEmpty();
        assertThat(keyframes.due(300 * MILLI)).containsExactly(7);
        assertThat(keyframes.due(700 * MILLI)).isEmpty();
    }

    @Test
    void forgetsWhoLeft() {
        // Given
        assertThat(keyframes.ask(7, 0)).isTrue();
        assertThat(keyframes.ask(7, 1)).isFalse();

        // When
        keyframes.forget(7);

        // Then
        assertThat(keyframes.due(1000 * MILLI)).isEmpty();
    }

    @Test
    void asksTheSenderOnceForWhatSeveralReceiversMiss() {
        // Given
        UpstreamNacks nacks = new UpstreamNacks();
        List<Integer> first = nacks.toAsk(List.of(1, 2), 1);

        // When
        List<Integer> soon = nacks.toAsk(List.of(2, 3), 10 * MILLI);

        // Then
        assertThat(first).containsExactly(1, 2);
        assertThat(soon).containsExactly(3);
        assertThat(nacks.toAsk(List.of(2), 60 * MILLI)).containsExactly(2);
    }

    @Test
    void countsLossAndJitterOfAStream() {
        // Given
        ReceptionStatistics statistics = new ReceptionStatistics(9, 90_000);
        for (int i = 0; i < 100; i++) {
            if (i % 10 != 5) {
                statistics.packet((65_500 + i) & 0xFFFF, 3000L * i, i * 33_333_333L);
            }
        }
        statistics.senderReport(0x12345678, 3_300_000_000L);

        // When
        ReportBlock report = statistics.report(4_300_000_000L);

        // Then
        assertThat(report.totalLost()).isEqualTo(10);
        assertThat(report.fractionLost()).isEqualTo(25);
        assertThat(report.highestSequence()).isEqualTo(65_599);
        assertThat(report.jitter()).isLessThan(10);
        assertThat(report.lastReport()).isEqualTo(0x12345678);
        assertThat(report.delay()).isEqualTo(65_536);
    }
}
