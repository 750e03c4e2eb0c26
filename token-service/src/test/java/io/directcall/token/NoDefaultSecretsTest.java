package io.directcall.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoDefaultSecretsTest {
    @ParameterizedTest
    @ValueSource(strings = {"/application.properties", "/META-INF/microprofile-config.properties"})
    void letsNobodyInByAKeyThatEverybodyKnows(String file) throws IOException {
        // Given
        Properties properties = new Properties();

        // When
        try (InputStream in = getClass().getResourceAsStream(file)) {
            properties.load(in);
        }

        // Then
        assertThat(properties.stringPropertyNames())
                .isNotEmpty()
                .filteredOn(name -> name.endsWith("api-keys") || name.endsWith("keys.secrets"))
                .allMatch(name -> name.startsWith("%dev.") || name.startsWith("%test."));
    }
}
