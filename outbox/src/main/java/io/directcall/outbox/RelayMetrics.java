package io.directcall.outbox;

import io.directcall.outbox.OutboxTable.Backlog;
import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;

/** What operators see of the relay. All replicas of a service report the same rows and lag, because they share the table. */
final class RelayMetrics {
    private static final double NANOS = 1e9;

    private final Clock clock;
    private final Counter published;
    private final Counter failures;
    private volatile Sweep last;

    /**
     * What was found in the table.
     *
     * @param at monotonic time in ns
     */
    private record Sweep(long at, long rows, double oldestSeconds) {}

    RelayMetrics(MeterRegistry metrics) {
        clock = metrics.config().clock();
        last = new Sweep(clock.monotonicTime(), 0, 0);
        published = Counter.builder("outbox.published")
                .description("Messages that this replica brought to Kafka")
                .register(metrics);
        failures = Counter.builder("outbox.failures")
                .description("Attempts of this replica to publish a batch that failed")
                .register(metrics);
        Gauge.builder("outbox.rows", this, shown -> shown.last.rows())
                .description("Messages that are committed but not in Kafka")
                .register(metrics);
        Gauge.builder("outbox.lag", this, RelayMetrics::lag)
                .description("Age of the oldest message that is not in Kafka")
                .baseUnit("seconds")
                .register(metrics);
        Gauge.builder("outbox.sweep.age", this, RelayMetrics::sweepAge)
                .description("Time since the table was looked through")
                .baseUnit("seconds")
                .register(metrics);
    }

    void swept(List<Backlog> backlogs) {
        last = new Sweep(
                clock.monotonicTime(),
                backlogs.stream().mapToLong(Backlog::rows).sum(),
                backlogs.stream().mapToDouble(Backlog::oldestSeconds).max().orElse(0));
    }

    void published(int rows) {
        published.increment(rows);
    }

    void failed() {
        failures.increment();
    }

    /** Nobody can look while the database is away, but what was there grows older. */
    private double lag() {
        return last.rows() == 0 ? 0 : last.oldestSeconds() + sweepAge();
    }

    private double sweepAge() {
        return (clock.monotonicTime() - last.at()) / NANOS;
    }
}
