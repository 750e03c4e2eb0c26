package io.directcall.service.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.directcall.contracts.error.ErrorCode;
import io.directcall.service.error.ApiException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class RequestLimitsTest {
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final RequestLimits limits = new RequestLimits(new Figures(3, 2, 1), new ManualClock(), metrics);

    @Test
    void aRequestTooManySaysWhenToComeAgain() {
        // Given
        limits.admit(new Sender.User("ada"));
        limits.admit(new Sender.User("ada"));

        // When / Then
        assertThatThrownBy(() -> limits.admit(new Sender.User("ada")))
                .hasMessage("More than 2 requests a minute of this user. Wait for the seconds in 'Retry-After'.")
                .asInstanceOf(InstanceOfAssertFactories.type(ApiException.class))
                .satisfies(refusal -> {
                    assertThat(refusal.code()).isEqualTo(ErrorCode.ERR_TOO_MANY_REQUESTS);
                    assertThat(refusal.retryAfter()).hasValue(30);
                });
    }

    @Test
    void aUserAnAddressAndAKeyOfTheSameNameAreCountedApart() {
        // Given
        limits.admit(new Sender.ApiKey("same"));

        // When
        limits.admit(new Sender.User("same"));
        limits.admit(new Sender.Address("same"));

        // Then
        assertThatThrownBy(() -> limits.admit(new Sender.ApiKey("same"))).isInstanceOf(ApiException.class);
    }

    @Test
    void aMetricTellsWhichLimitRefused() {
        // Given
        limits.admit(new Sender.ApiKey("key"));

        // When
        assertThatThrownBy(() -> limits.admit(new Sender.ApiKey("key"))).isInstanceOf(ApiException.class);

        // Then
        assertThat(List.of("address", "user", "api-key"))
                .extracting(limit -> metrics.get("requests.refused")
                        .tag("limit", limit)
                        .counter()
                        .count())
                .containsExactly(0.0, 0.0, 1.0);
    }

    private record Figures(int addressPerMinute, int userPerMinute, int apiKeyPerMinute) implements LimitsConfig {
        @Override
        public int proxies() {
            return 0;
        }
    }
}
