package io.directcall.media.config;

import io.directcall.media.bridge.BridgeClient;
import io.directcall.media.bridge.BridgeHttp;
import io.directcall.media.bridge.selection.BridgeDirectory;
import io.directcall.media.bridge.selection.BridgePoller;
import io.directcall.media.bridge.selection.LeastStress;
import io.directcall.media.conference.Timing;
import io.directcall.media.sdp.MediaProfile;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.util.List;

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
        return new BridgeHttp(
                vertx,
                config.bridge().timeout(),
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
        List<String> urls = config.bridges().orElse(List.of()).stream()
                .map(URI::toString)
                .map(url -> url.endsWith("/") ? url.substring(0, url.length() - 1) : url)
                .distinct()
                .toList();
        return new BridgeDirectory(urls, new LeastStress(), clock);
    }

    @Produces
    @Singleton
    BridgePoller poller(BridgeDirectory directory, BridgeClient client, Vertx vertx) {
        return new BridgePoller(directory, client, vertx);
    }

    void close(@Disposes BridgePoller poller) {
        poller.close();
    }
}
