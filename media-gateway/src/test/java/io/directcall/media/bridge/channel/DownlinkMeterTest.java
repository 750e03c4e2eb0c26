package io.directcall.media.bridge.channel;

import static io.directcall.contracts.media.ConnectionQuality.FAIR;
import static io.directcall.contracts.media.ConnectionQuality.GOOD;
import static io.directcall.contracts.media.ConnectionQuality.POOR;
import static org.assertj.core.api.Assertions.assertThat;

import io.directcall.contracts.media.ConnectionQuality;
import io.directcall.media.testing.MovedClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DownlinkMeterTest {
    private static final int LARGE = 500;

    private DownlinkMeter meter = new DownlinkMeter();
    private final MovedClock clock = new MovedClock();

    @ParameterizedTest
    @CsvSource({"2000, GOOD", "500, GOOD", "499, FAIR", "150, FAIR", "149, POOR", "0, POOR"})
    void tellsTheLevelOfTwoEstimates(int kbps, ConnectionQuality level) {
        assertThat(estimates(LARGE, kbps, kbps)).containsExactly(level);
    }

    @Test
    void isNotAlarmedByOneLowEstimate() {
        assertThat(estimates(LARGE, 100, 2000, 100, 2000)).containsExactly(GOOD);
    }

    @Test
    void recoversAtOnceAndOnlyWellAboveTheThreshold() {
        assertThat(estimates(LARGE, 400, 400, 550, 599, 600)).containsExactly(FAIR, GOOD);
        assertThat(estimates(LARGE, 100, 100, 170, 180)).containsExactly(POOR, FAIR);
    }

    @Test
    void fallsStepByStepAsItGetsWorse() {
        assertThat(estimates(LARGE, 2000, 400, 300, 100, 100)).containsExactly(GOOD, FAIR, POOR);
    }

    @Test
    void tellsNothingTwiceWithinTenSeconds() {
        // Given
        estimates(LARGE, 100, 100);
        clock.forward(Duration.ofSeconds(-1));

        // When
        Optional<ConnectionQuality> tooSoon = meter.estimated(2000, LARGE, clock.instant());
        clock.forward(Duration.ofSeconds(1));
        Optional<ConnectionQuality> later = meter.estimated(2000, LARGE, clock.instant());

        // Then
        assertThat(tooSoon).isEmpty();
        assertThat(later).contains(GOOD);
    }

    @Test
    void takesWhoGetsWhatItAsksForAsWellOff() {
        assertThat(estimates(150, 150, 150)).containsExactly(GOOD);
        assertThat(estimates(150, 40, 40)).containsExactly(POOR);
    }

    @Test
    void knowsNothingOfWhoGetsNoVideo() {
        assertThat(estimates(0, 50, 50, 2000)).isEmpty();
    }

    @Test
    void hasNothingToComplainOfOnceNoVideoIsWanted() {
        // Given
        estimates(LARGE, 100, 100);

        // When
        Optional<ConnectionQuality> level = meter.estimated(100, 0, clock.instant());

        // Then
        assertThat(level).contains(GOOD);
    }

    /** What a new meter tells of one estimate every ten seconds; afterwards the clock stands ten seconds after the last. */
    private List<ConnectionQuality> estimates(int demand, int... kbps) {
        var levels = new ArrayList<ConnectionQuality>();
        meter = new DownlinkMeter();
        for (int estimate : kbps) {
            meter.estimated(estimate, demand, clock.instant()).ifPresent(levels::add);
            clock.forward(Duration.ofSeconds(10));
        }
        return levels;
    }
}
