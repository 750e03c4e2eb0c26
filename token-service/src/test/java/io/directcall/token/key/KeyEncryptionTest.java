package io.directcall.token.key;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.directcall.contracts.token.SigningAlgorithm;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyEncryptionTest {
    private static final String OLD = secret('a');
    private static final String NEW = secret('b');

    private final SigningKeyPair pair = SigningKeyPair.generate(SigningAlgorithm.ES256);

    @Test
    void givesBackWhatItEncrypted() {
        // Given
        var encryption = new KeyEncryption(List.of(NEW));

        // When
        SigningKeyPair read = encryption.decrypt(encryption.encrypt(pair));

        // Then
        assertThat(read.privateKey()).isEqualTo(pair.privateKey());
        assertThat(read.kid()).isEqualTo(pair.kid());
    }

    @Test
    void showsNothingOfTheKeyAndNeverTheSameTwice() {
        // Given
        var encryption = new KeyEncryption(List.of(NEW));

        // When
        String once = encryption.encrypt(pair);
        String again = encryption.encrypt(pair);

        // Then
        assertThat(once).isNotEqualTo(again).doesNotContain("{").doesNotContain(pair.kid());
        assertThat(new String(Base64.getUrlDecoder().decode(once.substring(0, once.indexOf('.'))), US_ASCII))
                .contains("\"enc\":\"A256GCM\"")
                .doesNotContain(NEW);
    }

    @Test
    void readsWhatAnOlderSecretEncryptedAndWritesWithTheFirst() {
        // Given
        String old = new KeyEncryption(List.of(OLD)).encrypt(pair);
        var both = new KeyEncryption(List.of(NEW, OLD));

        // When
        SigningKeyPair read = both.decrypt(old);
        String written = both.encrypt(read);

        // Then
        assertThat(new KeyEncryption(List.of(NEW)).decrypt(written).kid()).isEqualTo(pair.kid());
    }

    @Test
    void saysWhatToDoWithoutTheSecret() {
        // Given
        String old = new KeyEncryption(List.of(OLD)).encrypt(pair);

        // When, then
        assertThatThrownBy(() -> new KeyEncryption(List.of(NEW)).decrypt(old))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("another secret")
                .hasMessageContaining("directcall.keys.secrets");
    }

    @Test
    void refusesWhatWasChanged() {
        // Given
        var encryption = new KeyEncryption(List.of(NEW));
        String encrypted = encryption.encrypt(pair);
        int inText = encrypted.lastIndexOf('.') - 5;
        char other = encrypted.charAt(inText) == 'A' ? 'B' : 'A';
        String changed = encrypted.substring(0, inText) + other + encrypted.substring(inText + 1);

        // When, then
        assertThatThrownBy(() -> encryption.decrypt(changed)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "c2hvcnQ=", "!!!"})
    void refusesASecretThatIsNoneWithoutRepeatingIt(String secret) {
        assertThatThrownBy(() -> new KeyEncryption(List.of(NEW, secret)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "directcall.keys.secrets has one that is not 32 bytes in Base64. Make one with: openssl rand -base64 32");
    }

    @Test
    void refusesToGoWithoutASecret() {
        assertThatThrownBy(() -> new KeyEncryption(List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("openssl rand -base64 32");
    }

    private static String secret(char letter) {
        return Base64.getEncoder()
                .encodeToString(String.valueOf(letter).repeat(32).getBytes(US_ASCII));
    }
}
