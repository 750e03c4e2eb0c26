package io.directcall.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Keeps what is measured: the library itself brings no registry that does. */
final class TestMetrics {
    @Produces
    @Singleton
    MeterRegistry simple() {
        return new SimpleMeterRegistry();
    }
}
