package io.directcall.token.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.directcall.contracts.token.SigningAlgorithm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SigningKeyPairTest {
    private final SigningKeyPair pair = SigningKeyPair.generate(SigningAlgorithm.ES256);

    @Test
    void survivesBeingStored() {
        // When
        SigningKeyPair read = SigningKeyPair.parse(pair.privateJwk());

        // Then
        assertThat(read.kid()).isEqualTo(pair.kid());
        assertThat(read.privateKey()).isEqualTo(pair.privateKey());
        assertThat(read.publicJwk()).isEqualTo(pair.publicJwk());
    }

    /** One of the two for RSA, whose keys take a second or more to make. */
    @ParameterizedTest
    @EnumSource(names = {"ES384", "EDDSA", "PS256"})
    void isForOneAlgorithmFromTheStartOn(SigningAlgorithm algorithm) {
        // Given
        SigningKeyPair made = SigningKeyPair.generate(algorithm);

        // When
        SigningKeyPair read = SigningKeyPair.parse(made.privateJwk());

        // Then
        assertThat(read.algorithm()).isEqualTo(made.algorithm()).isEqualTo(algorithm);
        assertThat(read.privateKey()).isEqualTo(made.privateKey());
        assertThat(read.publicMembers())
                .containsEntry("alg", algorithm.jwsName())
                .doesNotContainKeys("d", "p", "q", "dp", "dq", "qi");
    }

    @Test
    void isForEs256WhenItWasStoredWithoutSayingSo() {
        // Given
        String stored = pair.privateJwk().replace(",\"alg\":\"ES256\"", "");
        assertThat(stored).doesNotContain("alg");

        // When / Then
        assertThat(SigningKeyPair.parse(stored).algorithm()).isEqualTo(SigningAlgorithm.ES256);
    }

    @Test
    void publishesNoSecret() {
        assertThat(pair.publicMembers())
                .containsKeys("kty", "crv", "x", "y", "kid")
                .doesNotContainKey("d");
        assertThat(pair.publicJwk()).doesNotContain("\"d\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "x"})
    void refusesWhatIsNoKey(String stored) {
        assertThatThrownBy(() -> SigningKeyPair.parse(stored)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesAPublicKeyAlone() {
        assertThatThrownBy(() -> SigningKeyPair.parse(pair.publicJwk())).isInstanceOf(IllegalArgumentException.class);
    }
}
