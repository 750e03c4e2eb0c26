package io.directcall.media.config;

import io.directcall.media.bridge.selection.BridgeMetrics;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Keeps the gauges of bridges in step with the bridges that there are. */
@ApplicationScoped
public class BridgeMetricsLifecycle {
    /** Before bridges are first asked: the first change counts too. */
    private static final int BEFORE_OTHERS = 1_000;

    private final BridgeMetrics metrics;
    private final MediaGatewayConfig config;
    private final Vertx vertx;
    private long timer = -1;

    BridgeMetricsLifecycle(BridgeMetrics metrics, MediaGatewayConfig config, Vertx vertx) {
        this.metrics = metrics;
        this.config = config;
        this.vertx = vertx;
    }

    void start(@Observes @Priority(BEFORE_OTHERS) StartupEvent event) {
        metrics.refresh();
        timer = vertx.setPeriodic(config.bridge().pollInterval().toMillis(), tick -> metrics.refresh());
    }

    void stop(@Observes ShutdownEvent event) {
        vertx.cancelTimer(timer);
    }
}
