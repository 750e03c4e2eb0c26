package io.directcall.media.bridge.discovery;

import io.directcall.media.bridge.selection.BridgeDirectory;
import io.directcall.media.config.ConfiguredBridges;
import io.directcall.media.config.MediaGatewayConfig;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.InetSocketAddress;
import java.util.Set;

/** Discovers bridges while the service runs, when it is configured to. */
@ApplicationScoped
public class DiscoveryLifecycle {
    private final MediaGatewayConfig config;
    private final BridgeDirectory directory;
    private final Vertx vertx;
    private Runnable end = () -> {};

    DiscoveryLifecycle(MediaGatewayConfig config, BridgeDirectory directory, Vertx vertx) {
        this.config = config;
        this.directory = directory;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent event) {
        config.bridgeDiscovery().service().ifPresent(this::discover);
    }

    private void discover(String service) {
        MediaGatewayConfig.DiscoveryConfig settings = config.bridgeDiscovery();
        var lookup =
                new DnsLookup(service, settings.port(), settings.dnsServer().map(DiscoveryLifecycle::address));
        var discovery = new BridgeDiscovery(lookup, Set.copyOf(ConfiguredBridges.urls(config)), directory, vertx);
        discovery.start(settings.interval());
        end = () -> {
            discovery.close();
            lookup.close();
        };
    }

    private static InetSocketAddress address(String hostAndPort) {
        int colon = hostAndPort.lastIndexOf(':');
        return new InetSocketAddress(
                hostAndPort.substring(0, colon), Integer.parseInt(hostAndPort.substring(colon + 1)));
    }

    void stop(@Observes ShutdownEvent event) {
        end.run();
    }
}
