package io.directcall.session.webhook;

import io.directcall.session.webhook.DeliveryTable.Backlog;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What operators see of the deliveries. The backlog is that of the database, the same in all replicas. */
final class DeliveryMetrics {
    private static final Backlog NOTHING = new Backlog("", 0, 0);

    private final MeterRegistry registry;
    private volatile Map<String, Backlog> backlogs = Map.of();

    DeliveryMetrics(MeterRegistry registry, List<String> targets) {
        this.registry = registry;
        targets.forEach(this::register);
    }

    private void register(String target) {
        Gauge.builder(
                        "webhook.waiting",
                        this,
                        metrics -> metrics.backlog(target).waiting())
                .description("Deliveries that wait for an attempt or its answer")
                .tag("target", target)
                .register(registry);
        Gauge.builder("webhook.oldest", this, metrics -> metrics.backlog(target).oldestSeconds())
                .description("Age of the oldest delivery that waits")
                .baseUnit("seconds")
                .tag("target", target)
                .register(registry);
        List.of("delivered", "retried", "failed")
                .forEach(result -> registry.counter("webhook.attempts", "target", target, "result", result));
    }

    void count(String target, Verdict verdict) {
        String result =
                switch (verdict) {
                    case Verdict.Delivered ignored -> "delivered";
                    case Verdict.RetryAt ignored -> "retried";
                    case Verdict.Failed ignored -> "failed";
                };
        registry.counter("webhook.attempts", "target", target, "result", result).increment();
    }

    void take(List<Backlog> found) {
        backlogs = found.stream().collect(Collectors.toUnmodifiableMap(Backlog::target, backlog -> backlog));
    }

    private Backlog backlog(String target) {
        return backlogs.getOrDefault(target, NOTHING);
    }
}
