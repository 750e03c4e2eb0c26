package io.directcall.infra.lease;

import static org.assertj.core.api.Assertions.assertThat;

import io.directcall.infra.lease.LeaseRequest.Mode;
import org.junit.jupiter.api.Test;

class LeaseNamesTest {

    private static final LeaseRequest TEST = new LeaseRequest("token-service", Mode.TEST, true);
    private static final LeaseRequest DEV = new LeaseRequest("token-service", Mode.DEV, true);

    private final LeaseNames names = new LeaseNames();

    @Test
    void aTestRunHasItsAppsDatabaseAndItsOwnTopics() {
        // When
        Lease lease = names.choose(TEST);

        // Then
        assertThat(lease.database()).contains("token_service_test");
        assertThat(lease.topicPrefix()).matches("token-service-test-[a-z0-9]+\\.");
    }

    @Test
    void twoTestRunsOfOneAppDoNotMeet() {
        // Given
        Lease first = names.choose(TEST);

        // When
        Lease second = names.choose(TEST);

        // Then
        assertThat(second.database()).contains("token_service_test_2");
        assertThat(second.topicPrefix()).isNotEqualTo(first.topicPrefix());
    }

    @Test
    void theNameOfAnEndedRunIsFree() {
        // Given
        names.free(names.choose(TEST));

        // When
        Lease lease = names.choose(TEST);

        // Then
        assertThat(lease.database()).contains("token_service_test");
    }

    @Test
    void appsInDevModeShareTheTopics() {
        // Given
        Lease one = names.choose(DEV);

        // When
        Lease other = names.choose(new LeaseRequest("session-service", Mode.DEV, true));

        // Then
        assertThat(other.topicPrefix()).isEqualTo(one.topicPrefix());
        assertThat(other.database()).contains("session_service_dev");
    }

    @Test
    void anAppWithoutDatabaseGetsNone() {
        // When
        Lease lease = names.choose(new LeaseRequest("events-service", Mode.TEST, false));

        // Then
        assertThat(lease.database()).isEmpty();
    }
}
