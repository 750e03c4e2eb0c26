package io.directcall.token.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthTokenSecretTest {
    private final SecureRandom random = new SecureRandom();

    @Test
    void carries256RandomBits() {
        // When
        AuthTokenSecret secret = AuthTokenSecret.random(random);

        // Then
        assertThat(secret.value()).matches("dca_[A-Za-z0-9_-]{43}");
        assertThat(secret.value()).isNotEqualTo(AuthTokenSecret.random(random).value());
        assertThat(secret.plausible()).isTrue();
    }

    @Test
    void storesAHashAndAPrefix() {
        // Given
        AuthTokenSecret secret = AuthTokenSecret.random(random);

        // When / Then
        assertThat(secret.hash()).hasSize(32);
        assertThat(secret.value())
                .startsWith(secret.prefix())
                .hasSizeGreaterThan(secret.prefix().length() + 30);
        assertThat(AuthTokenSecret.isPrefix(secret.prefix())).isTrue();
        assertThat(AuthTokenSecret.isPrefix(secret.value())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "dca_", "dca_12345678", "eyJhbGciOiJFUzI1NiJ9.e30.AAAA"})
    void isNotLookedUpWhenItCannotBeOne(String value) {
        assertThat(new AuthTokenSecret(value).plausible()).isFalse();
    }

    @Test
    void keepsOutOfLogs() {
        // Given
        AuthTokenSecret secret = AuthTokenSecret.random(random);

        // When / Then
        assertThat(secret.toString()).doesNotContain(secret.value());
    }
}
