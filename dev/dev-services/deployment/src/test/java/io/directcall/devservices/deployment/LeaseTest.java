package io.directcall.devservices.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import org.junit.jupiter.api.Test;

class LeaseTest {

    private final Socket connection = new Socket();

    @Test
    void theAnswerSaysAll() {
        // When
        Lease lease = Lease.of(
                connection,
                "ok postgres=127.0.0.1:1 user=u password=p kafka=127.0.0.1:2 database=a_test topic-prefix=a-test-1.");

        // Then
        assertThat(lease.databasePath()).isEqualTo("127.0.0.1:1/a_test");
        assertThat(lease.user()).isEqualTo("u");
        assertThat(lease.password()).isEqualTo("p");
        assertThat(lease.kafka()).isEqualTo("127.0.0.1:2");
        assertThat(lease.topicPrefix()).isEqualTo("a-test-1.");
    }

    @Test
    void aRefusalIsAFailure() {
        // When / Then
        assertThatThrownBy(() -> Lease.of(connection, "error no space"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no space");
    }

    @Test
    void closingItEndsTheConnection() throws IOException {
        // When
        Lease.of(connection, "ok database=").close();

        // Then
        assertThat(connection.isClosed()).isTrue();
    }

    @Test
    void aRequestIsOneLine() {
        // When / Then
        assertThat(new LeaseRequest("token-service", true, false).line())
                .isEqualTo("lease app=token-service mode=test database=false\n");
    }
}
