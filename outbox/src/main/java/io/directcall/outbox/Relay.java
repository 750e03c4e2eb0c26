package io.directcall.outbox;

import io.directcall.outbox.OutboxTable.Backlog;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Publishes what is in the outbox, from the start of the service to its stop. Rows wake their lane when they are committed; a sweep finds
 * those whose wake-up was missed, for example while the database was away.
 */
@ApplicationScoped
public class Relay {
    private static final Logger LOG = Logger.getLogger(Relay.class);

    private final Pool pool;
    private final OutboxConfig config;
    private final WakeUps wakeUps;
    private final List<Lane> lanes;
    private final RelayMetrics metrics;
    private volatile boolean running;

    Relay(
            Pool pool,
            OutboxConfig config,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            @ConfigProperty(name = "directcall.topic-prefix") Optional<String> topicPrefix,
            MeterRegistry registry) {
        this.pool = pool;
        this.config = config;
        this.metrics = new RelayMetrics(registry);
        var settings = ProducerSettings.of(kafka, topicPrefix.orElse(""));
        this.lanes = IntStream.range(0, Lanes.COUNT)
                .mapToObj(number -> new Lane(number, pool, new RowPublisher(settings), config, metrics))
                .toList();
        this.wakeUps = new WakeUps(pool, this::wake);
    }

    void start(@Observes StartupEvent started) {
        running = true;
        lanes.forEach(Lane::prepare);
        wakeUps.start();
    }

    @Scheduled(
            every = "${directcall.outbox.sweep-interval:1s}",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> sweep() {
        if (!running) {
            return Uni.createFrom().voidItem();
        }
        return OutboxTable.backlogs(pool).onItemOrFailure().transformToUni(this::swept);
    }

    private Uni<Void> swept(List<Backlog> backlogs, Throwable failure) {
        if (failure != null) {
            LOG.debugf("Can't sweep the outbox: %s", Failures.line(failure));
            return Uni.createFrom().voidItem();
        }
        metrics.swept(backlogs);
        backlogs.forEach(backlog -> wake(backlog.lane()));
        return Uni.createFrom().voidItem();
    }

    private void wake(int lane) {
        if (running && lane >= 0 && lane < lanes.size()) {
            lanes.get(lane).wake();
        }
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        running = false;
        CompletableFuture<?>[] parts = lanes.stream().map(Lane::stop).toArray(CompletableFuture[]::new);
        await(CompletableFuture.allOf(parts));
        await(wakeUps.stop().subscribeAsCompletionStage());
        lanes.forEach(Lane::close);
    }

    private void await(CompletableFuture<?> part) throws InterruptedException {
        try {
            part.get(config.stopTimeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            LOG.infof("Stops with messages in the outbox, for the next start to publish: %s", Failures.line(e));
        }
    }
}
