package io.directcall.session.presence;

import static org.assertj.core.api.Assertions.assertThat;

import io.directcall.session.presence.ReplicaLeases.Lease;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class HearingTest {
    private static final Duration LEASE = Duration.ofSeconds(30);

    private Instant now = Instant.parse("2026-01-01T10:00:00Z");
    private Instant lastSeen = now;
    private final Hearing hearing = new Hearing(() -> now, LEASE);

    @Test
    void itIsCompleteWhenReplicasWereHeardForHalfALease() {
        // When
        boolean early = heardFor(14);
        boolean later = heardFor(2);

        // Then
        assertThat(early).isFalse();
        assertThat(later).isTrue();
    }

    @Test
    void aShortSilenceIsNone() {
        // Given
        heardFor(30);

        // When / Then
        assertThat(silentFor(11)).isTrue();
    }

    @Test
    void afterASilenceItIsNotCompleteUntilReplicasWereHeardAgainForHalfALease() {
        // Given
        heardFor(30);

        // When
        boolean during = silentFor(12);
        boolean early = heardFor(15);
        boolean later = heardFor(1);

        // Then
        assertThat(during).isFalse();
        assertThat(early).isFalse();
        assertThat(later).isTrue();
    }

    @Test
    void whileNobodyCanLookItIsNotComplete() {
        // Given
        heardFor(30);

        // When
        now = now.plusSeconds(12);
        boolean during = hearing.isComplete();
        boolean after = heardFor(15);

        // Then
        assertThat(during).isFalse();
        assertThat(after).isFalse();
    }

    @Test
    void withoutAnyReplicaThereIsNothingToHear() {
        // Given
        hearing.looked(List.of());

        // When
        for (int second = 0; second < 15; second++) {
            now = now.plusSeconds(1);
            hearing.looked(List.of());
        }

        // Then
        assertThat(hearing.isComplete()).isTrue();
    }

    private boolean heardFor(int seconds) {
        for (int second = 0; second < seconds; second++) {
            now = now.plusSeconds(1);
            lastSeen = now;
            look();
        }
        return hearing.isComplete();
    }

    private boolean silentFor(int seconds) {
        for (int second = 0; second < seconds; second++) {
            now = now.plusSeconds(1);
            look();
        }
        return hearing.isComplete();
    }

    private void look() {
        hearing.looked(List.of(new Lease("replica", lastSeen)));
    }
}
