package io.directcall.service.limit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/**
 * Requests that one replica takes from one sender within a minute. So many may also come at once; after that they are let through as the
 * minute goes on. 0 is no limit.
 */
@ConfigMapping(prefix = "directcall.limits")
public interface LimitsConfig {
    /** Of an IPv4 address or an IPv6 network of 64 bits: an office of hundreds may sit behind one. */
    @WithDefault("6000")
    int addressPerMinute();

    /** Of a user, on all devices. */
    @WithDefault("600")
    int userPerMinute();

    /** Of an API key. */
    @WithDefault("60000")
    int apiKeyPerMinute();

    /**
     * How many reverse proxies stand before the services, each of which adds to {@code X-Forwarded-For} from whom it heard. With 0 the
     * header is not believed: whoever connects is the client.
     */
    @WithDefault("0")
    int proxies();
}
