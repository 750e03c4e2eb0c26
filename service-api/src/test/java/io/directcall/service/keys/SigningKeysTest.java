package io.directcall.service.keys;

import static org.assertj.core.api.Assertions.assertThat;

import io.directcall.contracts.token.SigningKey;
import io.directcall.service.test.TestCallTokens;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SigningKeysTest {
    private final SigningKeys keys = new SigningKeys();

    @Test
    void forgetsAWithdrawnKey() {
        // Given
        SigningKey key = TestCallTokens.unpublished().signingKey();
        keys.add(key);
        assertThat(keys.find(key.kid())).isPresent();

        // When
        keys.withdraw(key.kid());

        // Then
        assertThat(keys.find(key.kid())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[]", "{\"kty\":\"oct\",\"k\":\"AAAA\"}", "{\"kty\":\"EC\",\"crv\":\"P-256\"}"})
    void leavesOutWhatIsNoKey(String jwk) {
        // When
        keys.add(new SigningKey("k", jwk, Instant.EPOCH));

        // Then
        assertThat(keys.find("k")).isEmpty();
    }

    @Test
    void staysBounded() {
        // Given
        SigningKey key = TestCallTokens.unpublished().signingKey();
        for (int i = 0; i < SigningKeys.MOST; i++) {
            keys.add(new SigningKey("k" + i, key.jwk(), Instant.EPOCH));
        }

        // When
        keys.add(key);

        // Then
        assertThat(keys.find(key.kid())).isEmpty();
        assertThat(keys.find("k" + (SigningKeys.MOST - 1))).isPresent();
    }
}
