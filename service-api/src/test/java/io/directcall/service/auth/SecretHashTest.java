package io.directcall.service.auth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretHashTest {
    /** {@code printf dca_zoë | sha256sum}. */
    private static final String HEX = "da995056b682c21d3a80de21a89af7165be5bae71b10b24765f73a9216edbca9";

    @Test
    void isTheSha256OfTheUtf8Text() {
        assertThat(SecretHash.of("dca_zoë").hex()).isEqualTo(HEX);
    }

    @Test
    void readsWhatItWrote() {
        assertThat(SecretHash.parse(HEX)).contains(SecretHash.of("dca_zoë"));
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"ab", "zz", "x", "gggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggg"})
    void readsNothingElse(String text) {
        assertThat(SecretHash.parse(text)).isEmpty();
    }
}
