package io.directcall.media.config;

import io.directcall.media.bridge.BridgeClient;
import io.directcall.media.bridge.BridgeHttp;
import io.directcall.media.bridge.quarantine.Quarantine;
import io.directcall.media.bridge.quarantine.QuarantineTerms;
import io.directcall.media.bridge.selection.BridgeDirectory;
import io.directcall.media.bridge.selection.BridgeDrain;
import io.directcall.media.bridge.selection.BridgeLog;
import io.directcall.media.bridge.selection.BridgeMetrics;
import io.directcall.media.bridge.selection.BridgePoller;
import io.directcall.media.bridge.selection.LeastStress;
import io.directcall.media.conference.Timing;
import io.directcall.media.sdp.MediaProfile;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/** Makes the plain classes of this service from its configuration. */
@Singleton
class Beans {
    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    Timing timing(MediaGatewayConfig config) {
        return new Timing(
                config.bridge().answerTimeout(),
                config.bridge().connectTime(),
                config.bridge().retryInterval(),
                Timing.DEFAULT.moveOverlap(),
                Timing.DEFAULT.expiryLifetime());
    }

    @Produces
    @Singleton
    MediaProfile profile(MediaGatewayConfig config) {
        return config.media().video();
    }

    @Produces
    @Singleton
    BridgeHttp http(Vertx vertx, MediaGatewayConfig config, MeterRegistry meters) {
        return http(vertx, config.bridge().timeout(), meters);
    }

    private static BridgeHttp http(Vertx vertx, Duration timeout, MeterRegistry meters) {
        return new BridgeHttp(
                vertx,
                timeout,
                (operation, outcome) -> meters.counter(
                                "directcall.bridge.calls", "operation", operation, "outcome", outcome)
                        .increment());
    }

    void close(@Disposes BridgeHttp http) {
        http.close();
    }

    @Produces
    @Singleton
    BridgeClient client(BridgeHttp http) {
        return new BridgeClient(http);
    }

    @Produces
    @Singleton
    BridgeDirectory directory(MediaGatewayConfig config, Clock clock) {
        var directory = new BridgeDirectory(
                ConfiguredBridges.urls(config), new LeastStress(config.region().orElse(null)), clock);
        directory.onChange(BridgeLog::write);
        return directory;
    }

    @Produces
    @Singleton
    BridgeMetrics metrics(BridgeDirectory directory, MeterRegistry meters) {
        return new BridgeMetrics(directory, meters);
    }

    @Produces
    @Singleton
    Quarantine quarantine(BridgeDirectory directory, MediaGatewayConfig config, Clock clock) {
        var terms = new QuarantineTerms(
                config.bridge().quarantine(), config.bridge().longestQuarantine());
        return new Quarantine(directory, terms, clock);
    }

    @Produces
    @Singleton
    BridgeDrain drain(BridgeDirectory directory, BridgeClient client) {
        return new BridgeDrain(directory, client);
    }

    @Produces
    @Singleton
    BridgePoller poller(
            BridgeDirectory directory, MediaGatewayConfig config, MeterRegistry meters, Vertx vertx, Clock clock) {
        Duration deadline = config.bridge().probeTimeout();
        var probes = new BridgeClient(http(vertx, deadline, meters));
        return new BridgePoller(directory, probes, deadline, vertx, clock);
    }

    void close(@Disposes BridgePoller poller) {
        poller.close();
    }
}
