package io.directcall.session.webhook;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Sends what was written down. Every replica does; what one has claimed the others leave alone. Without targets it does nothing but
 * tidy up after former ones.
 */
@ApplicationScoped
public class Dispatcher {
    private static final Logger LOG = Logger.getLogger(Dispatcher.class);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(5);
    /** In one statement: 80 rows a second, far more than a replica can send. */
    private static final int REMOVED_AT_ONCE = 5_000;

    private final Targets targets;
    private final DeliveryTable table;
    private final DeliveryMetrics metrics;
    private final WebhookConfig config;
    private final InstantSource clock;
    private final List<TargetQueue> queues;

    Dispatcher(
            Targets targets,
            DeliveryTable table,
            Sender sender,
            RetryRules rules,
            DeliveryMetrics metrics,
            WebhookConfig config,
            InstantSource clock) {
        this.targets = targets;
        this.table = table;
        this.metrics = metrics;
        this.config = config;
        this.clock = clock;
        this.queues = targets.all().stream()
                .map(target -> new TargetQueue(target, table, sender, rules, metrics, clock))
                .toList();
    }

    /** Also makes this bean at the start, so that a mistake in the configuration is not found later. */
    void start(@Observes StartupEvent started) {
        if (!queues.isEmpty()) {
            LOG.infof("Webhook targets: %s", names());
        }
    }

    private List<String> names() {
        return targets.all().stream().map(Target::name).sorted().toList();
    }

    @Scheduled(
            every = "${directcall.webhook-delivery.sweep-interval:1s}",
            delayed = "2s",
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void sweep() {
        queues.forEach(TargetQueue::wake);
    }

    @Scheduled(
            every = "10s",
            delayed = "3s",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> measure() {
        if (queues.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return quietly("measure", table.backlogs(clock.instant()).invoke(metrics::take));
    }

    @Scheduled(
            every = "1m",
            delayed = "20s",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> tidy() {
        Instant now = clock.instant();
        Instant kept = now.minus(config.webhookDelivery().retention());
        return quietly(
                "tidy up", table.giveUpOrphans(now, names()).chain(() -> table.removeFinished(kept, REMOVED_AT_ONCE)));
    }

    private static Uni<Void> quietly(String what, Uni<?> work) {
        return work.replaceWithVoid()
                .onFailure()
                .invoke(failure -> LOG.debugf("Can't %s webhook deliveries: %s", what, failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        for (TargetQueue queue : queues) {
            if (!queue.stop(STOP_TIMEOUT)) {
                LOG.info(
                        "Stops with webhook deliveries under way, which another replica or the next start sends again");
            }
        }
    }
}
