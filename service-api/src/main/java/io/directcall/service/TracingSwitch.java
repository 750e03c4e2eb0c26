package io.directcall.service;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Switches tracing on when somebody names an endpoint for the traces, and off otherwise: without one OpenTelemetry would try
 * localhost forever and log each failure. {@code quarkus.otel.sdk.disabled} set anywhere else wins.
 */
public final class TracingSwitch implements ConfigSourceFactory {
    private static final String ENDPOINT = "quarkus.otel.exporter.otlp.endpoint";
    private static final String DISABLED = "quarkus.otel.sdk.disabled";
    /** Above the defaults of libraries (100), below application.properties (250). */
    private static final int ORDINAL = 110;

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        boolean named = isNamed(context.getValue(ENDPOINT));
        Map<String, String> setting = Map.of(DISABLED, Boolean.toString(!named));
        return List.of(new PropertiesConfigSource(setting, "tracing-switch", ORDINAL));
    }

    @Override
    public OptionalInt getPriority() {
        return OptionalInt.of(ORDINAL);
    }

    /** Quarkus' own default endpoint comes from the source of the lowest ordinal. */
    private static boolean isNamed(ConfigValue endpoint) {
        return endpoint != null && endpoint.getValue() != null && endpoint.getSourceOrdinal() > Integer.MIN_VALUE;
    }
}
