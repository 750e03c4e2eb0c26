package io.directcall.events.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.directcall.contracts.error.ErrorCode;
import io.directcall.service.error.ApiException;
import io.directcall.service.limit.Sender;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StreamLimitsTest {
    private static final Sender.Address OFFICE = new Sender.Address("203.0.113.9");
    private static final Sender.Address HOME = new Sender.Address("198.51.100.1");
    private static final Sender.User ADA = new Sender.User("ada");
    private static final Sender.User BOB = new Sender.User("bob");

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();

    private StreamLimits limits(int perUser, int perAddress) {
        return new StreamLimits(perUser, perAddress, metrics);
    }

    private double refused(String limit) {
        return metrics.get("events.streams.refused")
                .tag("limit", limit)
                .counter()
                .count();
    }

    @Test
    void aUserHasSoManyFromAllAddresses() {
        // Given
        StreamLimits limits = limits(2, 0);
        limits.take(OFFICE, ADA);
        limits.take(HOME, ADA);

        // When, Then
        assertThatThrownBy(() -> limits.take(HOME, ADA)).isInstanceOfSatisfying(ApiException.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(ErrorCode.ERR_TOO_MANY_REQUESTS);
            assertThat(refusal.retryAfter()).hasValue(10);
            assertThat(refusal).hasMessageContaining("this user");
        });
        limits.take(HOME, BOB);
        assertThat(refused("user")).isEqualTo(1);
    }

    @Test
    void anAddressHasSoManyOfAllUsers() {
        // Given
        StreamLimits limits = limits(0, 2);
        limits.take(OFFICE, ADA);
        limits.take(OFFICE, BOB);

        // When, Then
        assertThatThrownBy(() -> limits.take(OFFICE, BOB)).hasMessageContaining("this address");
        limits.take(HOME, BOB);
        assertThat(refused("address")).isEqualTo(1);
    }

    @Test
    void aRefusalByTheAddressDoesNotUseUpThoseOfTheUser() {
        // Given
        StreamLimits limits = limits(1, 1);
        Runnable end = limits.take(OFFICE, BOB);
        assertThatThrownBy(() -> limits.take(OFFICE, ADA)).hasMessageContaining("this address");

        // When
        end.run();

        // Then
        limits.take(OFFICE, ADA);
    }

    @Test
    void anEndThatIsToldTwiceMakesRoomOnce() {
        // Given
        StreamLimits limits = limits(2, 0);
        Runnable end = limits.take(OFFICE, ADA);
        limits.take(OFFICE, ADA);

        // When
        end.run();
        end.run();

        // Then
        limits.take(OFFICE, ADA);
        assertThatThrownBy(() -> limits.take(OFFICE, ADA)).isInstanceOf(ApiException.class);
    }

    @Test
    void theApplicationsServerIsNotCounted() {
        // Given
        StreamLimits limits = limits(1, 1);
        var server = new Sender.ApiKey("id");

        // When
        Stream.of(1, 2, 3).forEach(each -> limits.take(OFFICE, server));

        // Then
        assertThat(limits.counted()).isZero();
    }

    @Test
    void nobodyIsRememberedWhoHasNoStream() {
        // Given
        StreamLimits limits = limits(3, 500);
        List<Runnable> ends = IntStream.range(0, 1000)
                .parallel()
                .mapToObj(i -> limits.take(new Sender.Address("10.0.0." + i % 4), new Sender.User("u" + i % 400)))
                .toList();
        assertThat(limits.counted()).isEqualTo(404);

        // When
        ends.parallelStream().forEach(Runnable::run);

        // Then
        assertThat(limits.counted()).isZero();
    }
}
