package io.directcall.media.bridge.selection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ProbesTest {
    private static final Instant ASKED = Instant.parse("2026-01-02T03:04:05Z");

    private final Probes probes = new Probes(Duration.ofMillis(800));

    @Test
    void asksAgainAfterAPauseWhenItWasRefusedAtOnce() {
        assertThat(Probes.pause(ASKED, ASKED.plusMillis(3))).isEqualTo(Duration.ofMillis(197));
    }

    @Test
    void asksAgainAtOnceAfterALongSilence() {
        assertThat(Probes.pause(ASKED, ASKED.plusMillis(800))).isZero();
    }

    @Test
    void countsRefusalsAndSilences() {
        assertThat(probes.counts(ASKED, ASKED.plusMillis(3))).isTrue();
        assertThat(probes.counts(ASKED, ASKED.plusMillis(820))).isTrue();
    }

    @Test
    void doesNotCountASilenceDuringWhichThisGatewayStoodStill() {
        assertThat(probes.counts(ASKED, ASKED.plusMillis(5_000))).isFalse();
    }
}
