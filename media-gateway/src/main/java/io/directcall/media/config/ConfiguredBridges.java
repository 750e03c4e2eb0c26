package io.directcall.media.config;

import java.net.URI;
import java.util.List;

/** The configured bridges as the rest of the service names them. */
public final class ConfiguredBridges {
    private ConfiguredBridges() {}

    /** Base URLs without a slash at the end, each once. */
    public static List<String> urls(MediaGatewayConfig config) {
        return config.bridges().orElse(List.of()).stream()
                .map(URI::toString)
                .map(url -> url.endsWith("/") ? url.substring(0, url.length() - 1) : url)
                .distinct()
                .toList();
    }
}
