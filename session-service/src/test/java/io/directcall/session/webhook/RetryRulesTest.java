package io.directcall.session.webhook;

import static java.time.Duration.ZERO;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryRulesTest {
    private final RetryRules rules = new RetryRules(new Random());

    private Duration pauseAfter(int failures, Attempt attempt) {
        Verdict verdict = rules.after(Given.delivery(failures), attempt, Given.NOW);
        return Duration.between(Given.NOW, ((Verdict.RetryAt) verdict).at());
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202, 204, 299})
    void whatWasAcceptedIsDelivered(int status) {
        // When
        Verdict verdict = rules.after(Given.delivery(0), Attempt.answered(status, ZERO), Given.NOW);

        // Then
        assertThat(verdict).isEqualTo(new Verdict.Delivered());
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307, 400, 401, 403, 404, 408, 422, 429, 500, 502, 503, 504})
    void allOtherAnswersAreTriedAgain(int status) {
        // When
        Verdict verdict = rules.after(Given.delivery(0), Attempt.answered(status, ZERO), Given.NOW);

        // Then
        assertThat(verdict).isInstanceOf(Verdict.RetryAt.class);
    }

    @Test
    void whoeverIsGoneIsNotAskedAgain() {
        // When
        Verdict verdict = rules.after(Given.delivery(0), Attempt.answered(410, ZERO), Given.NOW);

        // Then
        assertThat(verdict).isEqualTo(new Verdict.Failed());
    }

    @ParameterizedTest
    @CsvSource({"0, 1, 2", "1, 2, 4", "2, 4, 8", "5, 32, 64", "8, 256, 512", "9, 300, 600", "500, 300, 600"})
    void pausesDoubleUntilTenMinutes(int failures, long atLeast, long atMost) {
        // When
        Duration pause = pauseAfter(failures, Attempt.broken("refused"));

        // Then
        assertThat(pause).isBetween(Duration.ofSeconds(atLeast), Duration.ofSeconds(atMost));
    }

    @RepeatedTest(3)
    void pausesDifferSoThatNotAllComeBackTogether() {
        // When
        long different = Random.from(new Random())
                .ints(100)
                .mapToObj(ignored -> pauseAfter(9, Attempt.broken("refused")))
                .distinct()
                .count();

        // Then
        assertThat(different).isGreaterThan(50);
    }

    @ParameterizedTest
    @CsvSource({"60, 60", "3600, 3600", "7200, 3600"})
    void whatTheTargetAsksForIsWaited(long asked, long expected) {
        // When
        Duration pause = pauseAfter(0, Attempt.answered(429, Duration.ofSeconds(asked)));

        // Then
        assertThat(pause).isEqualTo(Duration.ofSeconds(expected));
    }

    @Test
    void aTargetCanNotAskForLessThanTheBackOff() {
        // When
        Duration pause = pauseAfter(9, Attempt.answered(503, Duration.ofSeconds(-5)));

        // Then
        assertThat(pause).isGreaterThanOrEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void afterADayItIsGivenUp() {
        // Given
        Delivery delivery = Given.delivery(150);
        Instant late = delivery.giveUpAt().minusSeconds(1);

        // When
        Verdict verdict = rules.after(delivery, Attempt.answered(500, ZERO), late);

        // Then
        assertThat(verdict).isEqualTo(new Verdict.Failed());
    }

    @Test
    void aDayOfAttemptsEndsAfterADay() {
        // Given
        Instant now = Given.NOW;
        Verdict verdict = new Verdict.RetryAt(now);

        // When
        int attempts = 0;
        while (verdict instanceof Verdict.RetryAt retry) {
            now = retry.at();
            verdict = rules.after(Given.delivery(attempts++), Attempt.broken("refused"), now);
        }

        // Then
        assertThat(Duration.between(Given.NOW, now)).isBetween(Duration.ofHours(23), Duration.ofHours(24));
        assertThat(attempts).isBetween(140, 300);
    }
}
