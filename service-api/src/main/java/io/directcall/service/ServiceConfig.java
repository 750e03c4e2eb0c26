package io.directcall.service;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/** What all services are configured with, beside their own mapping of the same prefix. */
@ConfigMapping(prefix = "directcall")
public interface ServiceConfig {
    /**
     * Keys with full access that an application's server may send in the header {@code apikey}, beside those that the installation makes.
     * None by default: nobody has access by key.
     */
    Optional<List<String>> apiKeys();

    /** The same with the scope {@code authOnly}. */
    Optional<List<String>> authOnlyApiKeys();

    /** Claim {@code iss} of call tokens. The same in all services of an installation. */
    @WithDefault("direct-call")
    String issuer();

    /** What the names of the Kafka topics start with. Empty by default; set it when installations share a cluster. */
    Optional<String> topicPrefix();
}
