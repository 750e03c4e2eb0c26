package io.directcall.service.limit;

import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes beans of the plain classes. */
@Singleton
class LimitBeans {
    @Produces
    @Singleton
    RequestLimits requestLimits(LimitsConfig config, MeterRegistry metrics) {
        return new RequestLimits(config, TimeMeter.SYSTEM_NANOTIME, metrics);
    }

    @Produces
    @Singleton
    ClientAddress clientAddress(LimitsConfig config) {
        return new ClientAddress(config.proxies());
    }
}
