package io.directcall.infra.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.directcall.infra.InfraFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeaseRequestTest {

    @Test
    void aLineIsRead() {
        // When
        LeaseRequest request = LeaseRequest.parse("lease app=token-service mode=dev database=false");

        // Then
        assertThat(request).isEqualTo(new LeaseRequest("token-service", LeaseRequest.Mode.DEV, false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "GET / HTTP/1.1",
                "lease app=a;drop mode=test database=true",
                "lease app=A mode=test database=true",
                "lease app=a mode=prod database=true",
                "lease app=a mode=test"
            })
    void anythingElseIsRefused(String line) {
        // When / Then
        assertThatThrownBy(() -> LeaseRequest.parse(line)).isInstanceOf(InfraFailure.class);
    }
}
