package io.directcall.service.keys;

import static org.assertj.core.api.Assertions.assertThat;

import io.directcall.contracts.token.SigningAlgorithm;
import io.directcall.contracts.token.SigningKey;
import io.directcall.service.test.TestCallTokens;
import java.time.Instant;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
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

    @Test
    void takesAKeyThatDoesNotSayWhatItIsForAsOneForES256() {
        // Given
        String jwk = TestCallTokens.unpublished().signingKey().jwk().replace(",\"alg\":\"ES256\"", "");
        assertThat(jwk).doesNotContain("alg");

        // When
        keys.add(new SigningKey("old", jwk, Instant.EPOCH));

        // Then
        assertThat(keys.find("old").orElseThrow().algorithm()).isEqualTo(SigningAlgorithm.ES256);
    }

    @ParameterizedTest
    @EnumSource(
            names = {"ES256"},
            mode = EnumSource.Mode.EXCLUDE)
    void leavesOutAKeyThatSaysItIsForWhatItCannotBe(SigningAlgorithm wrong) {
        // Given
        String jwk = TestCallTokens.unpublished().signingKey().jwk().replace("ES256", wrong.jwsName());

        // When
        keys.add(new SigningKey("k", jwk, Instant.EPOCH));

        // Then
        assertThat(keys.find("k")).isEmpty();
    }

    @Test
    void leavesOutAKeyThatIsTooShort() throws JoseException {
        // Given
        RsaJsonWebKey weak = RsaJwkGenerator.generateJwk(1024);
        weak.setAlgorithm("RS256");

        // When
        keys.add(new SigningKey("k", weak.toJson(), Instant.EPOCH));

        // Then
        assertThat(keys.find("k")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "{\"kty\":\"oct\",\"k\":\"AAAA\"}",
                "{\"kty\":\"oct\",\"k\":\"AAAA\",\"alg\":\"HS256\"}",
                "{\"kty\":\"EC\",\"crv\":\"P-256\"}"
            })
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
