package io.directcall.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TracingSwitchTest {
    private static final String ENDPOINT = "quarkus.otel.exporter.otlp.endpoint";
    private static final String DISABLED = "quarkus.otel.sdk.disabled";

    @Test
    void isOffByDefault() {
        assertThat(disabled(Map.of())).isTrue();
    }

    @Test
    void isOnWhenAnEndpointIsNamed() {
        assertThat(disabled(Map.of(ENDPOINT, "http://collector:4317"))).isFalse();
    }

    @Test
    void staysOffWhenSomebodySaysSo() {
        assertThat(disabled(Map.of(ENDPOINT, "http://collector:4317", DISABLED, "true")))
                .isTrue();
    }

    private static boolean disabled(Map<String, String> set) {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .withDefaultValue(ENDPOINT, "http://localhost:4317/")
                .withSources(new PropertiesConfigSource(set, "application", 250))
                .withSources(new TracingSwitch())
                .build();
        return config.getValue(DISABLED, Boolean.class);
    }
}
