package io.directcall.token.key;

import static org.assertj.core.api.Assertions.assertThat;

import io.directcall.contracts.token.SigningAlgorithm;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyRotationTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final KeyRotation rotation = new KeyRotation(Duration.ofMinutes(10), Duration.ofDays(30));
    private final KeyTimes first = rotation.next("first", List.of(), rotation.lead(), START);
    private final KeyTimes second =
            rotation.next("second", List.of(first), rotation.lead(), START.plus(Duration.ofDays(5)));
    private final List<KeyTimes> both = List.of(first, second);

    @Test
    void theFirstKeySignsAtOnce() {
        assertThat(first).isEqualTo(new KeyTimes("first", 1, START, START));
        assertThat(KeyRotation.signing(List.of(first), START)).hasValue(first);
    }

    @Test
    void theNextOneSignsWhenItHasBeenPublishedForTheLead() {
        // Given
        Instant takesOver = START.plus(Duration.ofDays(5)).plusSeconds(600);

        // When, then
        assertThat(second.generation()).isEqualTo(2);
        assertThat(KeyRotation.signing(both, takesOver.minusMillis(1))).hasValue(first);
        assertThat(KeyRotation.signing(both, takesOver)).hasValue(second);
    }

    @Test
    void theNextOneIsMadeEarlyEnoughToSignInTime() {
        // Given
        Instant due = START.plus(Duration.ofDays(30)).minusSeconds(600);

        // When, then
        assertThat(rotation.isDue(List.of(), START)).isTrue();
        assertThat(rotation.isDue(List.of(first), due.minusMillis(1))).isFalse();
        assertThat(rotation.isDue(List.of(first), due)).isTrue();
        assertThat(rotation.isDue(both, due)).isFalse();
    }

    @Test
    void anOldKeyIsKeptUntilItsLastTokenHasExpired() {
        // Given
        Instant last = second.signsFrom().plus(Duration.ofHours(25));

        // When, then
        assertThat(KeyRotation.over(both, last)).isEmpty();
        assertThat(KeyRotation.over(both, last.plusMillis(1))).containsExactly(first);
        assertThat(KeyRotation.over(List.of(first), last.plus(Duration.ofDays(999))))
                .isEmpty();
    }

    @Test
    void operatorsSeeWhatEachKeyIsFor() {
        // Given
        Instant before = second.signsFrom().minusSeconds(1);
        Instant after = second.signsFrom();

        // When, then
        assertThat(KeyView.of(key(first), both, before).state()).isEqualTo("signing");
        assertThat(KeyView.of(key(second), both, before).state()).isEqualTo("next");
        assertThat(KeyView.of(key(first), both, after))
                .isEqualTo(new KeyView(
                        "first",
                        "EdDSA",
                        "retired",
                        START.getEpochSecond(),
                        START.getEpochSecond(),
                        after.plus(Duration.ofHours(25)).getEpochSecond()));
        assertThat(KeyView.of(key(second), both, after).keptUntil()).isNull();
    }

    private static TimedKey key(KeyTimes times) {
        return new TimedKey(times, SigningKeyPair.generate(SigningAlgorithm.EDDSA));
    }
}
