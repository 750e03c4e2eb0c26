package io.directcall.token.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.directcall.contracts.token.SigningAlgorithm;
import io.directcall.service.error.ApiException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyRingTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final KeyRing ring = new KeyRing(() -> NOW);
    private final TimedKey old = key(1, NOW.minusSeconds(100));
    private final TimedKey current = key(2, NOW);
    private final TimedKey next = key(3, NOW.plusSeconds(1));

    @Test
    void signsWithNoKeyThatOthersMayNotKnow() {
        // Given
        ring.load(List.of(old, current, next));

        // When, then
        assertThat(ring.usable()).isFalse();
        assertThatThrownBy(ring::require).isInstanceOf(ApiException.class);
        assertThat(ring.unpublished()).containsExactly(old, current, next);

        ring.markPublished(old.times().kid());
        assertThat(ring.require()).isSameAs(old.pair());

        ring.markPublished(current.times().kid());
        assertThat(ring.require()).isSameAs(current.pair());

        ring.markPublished(next.times().kid());
        assertThat(ring.require()).isSameAs(current.pair());
        assertThat(ring.unpublished()).isEmpty();
    }

    @Test
    void publishesAKeyAgainThatWasGoneAndIsBack() {
        // Given
        ring.load(List.of(old));
        ring.markPublished(old.times().kid());

        // When
        ring.load(List.of());
        ring.load(List.of(old));

        // Then
        assertThat(ring.unpublished()).containsExactly(old);
    }

    private static TimedKey key(int generation, Instant signsFrom) {
        SigningKeyPair pair = SigningKeyPair.generate(SigningAlgorithm.ES256);
        return new TimedKey(new KeyTimes(pair.kid(), generation, signsFrom, signsFrom), pair);
    }
}
