package io.directcall.service.limit;

import io.directcall.contracts.error.ErrorCode;
import io.directcall.service.error.ApiException;
import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** Decides whether a sender has asked too often. Safe for use by many threads, and never waits. */
public final class RequestLimits {
    private final Limit addresses;
    private final Limit users;
    private final Limit apiKeys;

    /** @param clock of the buckets */
    public RequestLimits(LimitsConfig config, TimeMeter clock, MeterRegistry metrics) {
        this.addresses = new Limit("address", "this address", config.addressPerMinute(), clock, metrics);
        this.users = new Limit("user", "this user", config.userPerMinute(), clock, metrics);
        this.apiKeys = new Limit("api-key", "this API key", config.apiKeyPerMinute(), clock, metrics);
    }

    /**
     * Counts a request.
     *
     * @throws ApiException 429 {@code ERR_TOO_MANY_REQUESTS} that says when to come again
     */
    public void admit(Sender sender) {
        Limit limit =
                switch (sender) {
                    case Sender.Address address -> addresses;
                    case Sender.User user -> users;
                    case Sender.ApiKey key -> apiKeys;
                };
        limit.admit(sender.id());
    }

    private static final class Limit {
        private final String whose;
        private final int perMinute;
        private final Buckets buckets;
        private final Counter refused;

        private Limit(String kind, String whose, int perMinute, TimeMeter clock, MeterRegistry metrics) {
            this.whose = whose;
            this.perMinute = perMinute;
            this.buckets = new Buckets(perMinute, clock);
            this.refused = Counter.builder("requests.refused")
                    .description("Requests that were refused because their sender asked too often")
                    .tag("limit", kind)
                    .register(metrics);
        }

        private void admit(String sender) {
            buckets.take(sender).ifPresent(wait -> {
                refused.increment();
                throw new ApiException(
                        ErrorCode.ERR_TOO_MANY_REQUESTS,
                        "More than " + perMinute + " requests a minute of " + whose
                                + ". Wait for the seconds in 'Retry-After'.",
                        wait);
            });
        }
    }
}
