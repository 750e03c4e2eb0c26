package io.directcall.token;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** What token-service is configured with, beside what all services share. */
@ConfigMapping(prefix = "directcall")
public interface TokenServiceConfig {
    /**
     * How long a call token is valid, 1 s to 24 h. Default 6 hours: a call that lasts longer goes on, but nobody can rejoin with the old
     * token.
     */
    @WithDefault("6h")
    @DurationMin(seconds = 1)
    @DurationMax(hours = 24)
    Duration callTokenLifetime();

    /** What clients of CometChat's API are told as their application's id. Default {@code direct-call}. */
    @WithDefault("direct-call")
    String appId();

    /** What clients of CometChat's API are told as region. Default {@code us}, the one that such clients name most. */
    @WithDefault("us")
    String region();

    /** Host name, with a port when it is not 443, that clients reach the installation at. Default {@code localhost:8080}. */
    @WithDefault("localhost:8080")
    String publicHost();
}
