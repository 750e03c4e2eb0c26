package io.directcall.bridge.conference;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LivenessTest {
    private static final long SECOND = 1_000_000_000;

    private final Liveness liveness = new Liveness(ExpiryRules.defaults(), 0);

    @Test
    void waitsForAFirstPacket() {
        // When
        Liveness.Verdict early = liveness.checkUnheard(14 * SECOND);
        Liveness.Verdict late = liveness.checkUnheard(16 * SECOND);
        Liveness.Verdict still = liveness.checkUnheard(17 * SECOND);
        Liveness.Verdict over = liveness.checkUnheard(121 * SECOND);

        // Then
        assertThat(early).isEqualTo(Liveness.Verdict.UNCHANGED);
        assertThat(late).isEqualTo(Liveness.Verdict.NEVER_CONNECTED);
        assertThat(still).isEqualTo(Liveness.Verdict.NEVER_CONNECTED);
        assertThat(over).isEqualTo(Liveness.Verdict.EXPIRED);
    }

    @Test
    void noticesSilenceOnce() {
        // When
        Liveness.Verdict fine = liveness.check(100 * SECOND, 107 * SECOND);
        Liveness.Verdict silent = liveness.check(100 * SECOND, 109 * SECOND);
        Liveness.Verdict still = liveness.check(100 * SECOND, 110 * SECOND);

        // Then
        assertThat(fine).isEqualTo(Liveness.Verdict.UNCHANGED);
        assertThat(silent).isEqualTo(Liveness.Verdict.BECAME_INACTIVE);
        assertThat(still).isEqualTo(Liveness.Verdict.UNCHANGED);
        assertThat(liveness.isInactive()).isTrue();
    }

    @Test
    void noticesThatAnEndpointIsBack() {
        // Given
        assertThat(liveness.check(100 * SECOND, 109 * SECOND)).isEqualTo(Liveness.Verdict.BECAME_INACTIVE);

        // When
        Liveness.Verdict back = liveness.check(110 * SECOND, 111 * SECOND);

        // Then
        assertThat(back).isEqualTo(Liveness.Verdict.BECAME_ACTIVE);
    }

    @Test
    void expiresWhoStaysSilent() {
        // When
        Liveness.Verdict verdict = liveness.check(100 * SECOND, 212 * SECOND);

        // Then
        assertThat(verdict).isEqualTo(Liveness.Verdict.EXPIRED);
    }
}
