package io.directcall.session.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.directcall.contracts.error.ErrorCode;
import io.directcall.service.error.ApiException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestKeyTest {
    private static final byte[] BODY = "{}".getBytes(UTF_8);

    @Test
    void theSameRequestHasTheSameKey() {
        // When
        RequestKey key = RequestKey.of("user anna", "/v3/calls", "k", BODY);

        // Then
        assertThat(key).isEqualTo(RequestKey.of("user anna", "/v3/calls", "k", BODY));
        assertThat(key.request()).matches("[0-9a-f]{64}");
    }

    @ParameterizedTest
    @CsvSource({"user ben, POST /v3/calls, k", "user anna, POST /v3/calls/1/end, k", "user anna, /v3/calls, K"})
    void whoPathAndKeyMakeAnother(String subject, String path, String key) {
        // When
        RequestKey other = RequestKey.of(subject, path, key, BODY);

        // Then
        assertThat(other.request())
                .isNotEqualTo(RequestKey.of("user anna", "/v3/calls", "k", BODY).request());
    }

    @Test
    void anotherBodyIsTheSameRequestWithAnotherFingerprint() {
        // When
        RequestKey other = RequestKey.of("user anna", "/v3/calls", "k", "[]".getBytes(UTF_8));

        // Then
        RequestKey key = RequestKey.of("user anna", "/v3/calls", "k", BODY);
        assertThat(other.request()).isEqualTo(key.request());
        assertThat(other.fingerprint()).isNotEqualTo(key.fingerprint());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ümlaut", "tab\there", "line\nbreak"})
    void whatIsNoKeyIsRefused(String key) {
        // When Then
        assertThatThrownBy(() -> RequestKey.of("user anna", "/v3/calls", key, BODY))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.ERR_BAD_REQUEST))
                .hasMessageContaining("Idempotency-Key");
    }

    @Test
    void aKeyHasAtMost255Characters() {
        // Given
        String longest = "k".repeat(255);

        // When
        RequestKey key = RequestKey.of("user anna", "/v3/calls", longest, BODY);

        // Then
        assertThat(key.request()).hasSize(64);
        assertThatThrownBy(() -> RequestKey.of("user anna", "/v3/calls", longest + "k", BODY))
                .isInstanceOf(ApiException.class);
    }
}
