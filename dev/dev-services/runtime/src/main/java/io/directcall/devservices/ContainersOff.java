package io.directcall.devservices;

import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Switches off the dev services of Quarkus that would start containers.
 *
 * <p>A properties file would do, but Quarkus warns at each start of a key whose extension the app doesn't have, and events-service has no
 * datasource. A source that answers for keys without listing them isn't noticed.
 */
public final class ContainersOff implements ConfigSource {

    private static final Map<String, String> VALUES = Map.of(
            "quarkus.datasource.devservices.enabled", "false",
            "quarkus.kafka.devservices.enabled", "false",
            "quarkus.compose.devservices.enabled", "false");

    @Override
    public Set<String> getPropertyNames() {
        return Set.of();
    }

    @Override
    public String getValue(String name) {
        return VALUES.get(name);
    }

    @Override
    public String getName() {
        return "Direct Call dev services";
    }

    /** As the defaults of a library: everything that is set on purpose wins. */
    @Override
    public int getOrdinal() {
        return 100;
    }
}
