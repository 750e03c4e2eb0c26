package io.directcall.session.webhook;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;

/** Builds the plain classes from the configuration. */
final class WebhookBeans {
    private static final Duration ATTEMPT_TIMEOUT = Duration.ofSeconds(10);

    @Produces
    @Singleton
    Targets targets(WebhookConfig config) {
        return Targets.of(config);
    }

    @Produces
    @Singleton
    DeliveryTable table(Pool pool) {
        return new DeliveryTable(pool);
    }

    @Produces
    @Singleton
    RetryRules rules() {
        return new RetryRules(new SecureRandom());
    }

    @Produces
    @Singleton
    DeliveryMetrics metrics(MeterRegistry registry, Targets targets) {
        return new DeliveryMetrics(
                registry, targets.all().stream().map(Target::name).toList());
    }

    @Produces
    @Singleton
    Sender sender(Vertx vertx, Targets targets, InstantSource clock) {
        int connections = Math.max(1, targets.all().size()) * TargetQueue.SLOTS;
        return new Sender(vertx, new HttpClientOptions(), connections, Resolver.OF_MACHINE, clock, ATTEMPT_TIMEOUT);
    }

    void close(@Disposes Sender sender) {
        sender.close();
    }
}
