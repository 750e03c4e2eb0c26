package io.directcall.service.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialHeadersTest {
    @Test
    void prefersTheHeaderOfItsOwn() {
        // Given
        Map<String, String> headers = Map.of("callToken", "a", "Authorization", "Bearer b");

        // When / Then
        assertThat(CredentialHeaders.callToken(headers::get)).isEqualTo("a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer t", "bearer t", "BEARER  t "})
    void readsABearerToken(String authorization) {
        assertThat(CredentialHeaders.callToken(Map.of("Authorization", authorization)::get))
                .isEqualTo("t");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer", "Bearer ", "Basic t", "t"})
    void takesTheRestForNothing(String authorization) {
        assertThat(CredentialHeaders.callToken(Map.of("Authorization", authorization)::get))
                .isNull();
    }
}
