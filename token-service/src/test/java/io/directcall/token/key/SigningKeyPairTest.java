package io.directcall.token.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SigningKeyPairTest {
    private final SigningKeyPair pair = SigningKeyPair.generate();

    @Test
    void survivesBeingStored() {
        // When
        SigningKeyPair read = SigningKeyPair.parse(pair.privateJwk());

        // Then
        assertThat(read.kid()).isEqualTo(pair.kid());
        assertThat(read.privateKey()).isEqualTo(pair.privateKey());
        assertThat(read.publicJwk()).isEqualTo(pair.publicJwk());
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
