package io.directcall.bridge;

import io.directcall.bridge.colibri.Colibri2;
import io.directcall.bridge.colibri.TransportDescription;
import io.directcall.bridge.conference.ConferenceContext;
import io.directcall.bridge.conference.ConferenceLimits;
import io.directcall.bridge.conference.Conferences;
import io.directcall.bridge.conference.Endpoint;
import io.directcall.bridge.dtls.BridgeIdentity;
import io.directcall.bridge.fault.Faults;
import io.directcall.bridge.health.BridgeState;
import io.directcall.bridge.health.Load;
import io.directcall.bridge.health.Statistics;
import io.directcall.bridge.http.HttpApi;
import io.directcall.bridge.http.HttpApis;
import io.directcall.bridge.media.UdpServer;
import io.directcall.bridge.srtp.SrtpWarmUp;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A development bridge in this process. For development and tests only: its ports have no authentication, it selects no
 * layers and estimates bandwidth by losses only. Owns its threads and ports until {@link #close()}; single-use.
 */
public final class DevBridge implements AutoCloseable {
    private static final int STOP_SECONDS = 5;

    private final BridgeOptions options;
    private final BridgeState state = new BridgeState();
    private final CompletableFuture<Void> finished = new CompletableFuture<>();
    private final ScheduledExecutorService control = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("bridge-control").daemon().factory());
    private final Vertx vertx = Vertx.vertx();
    private final UdpServer udp;
    private final Conferences conferences;
    private final HttpApi http;
    private final Housekeeping housekeeping;
    private ScheduledFuture<?> ticking;
    private volatile int httpPort;

    /** Binds the UDP port; nothing is served before {@link #start()}. */
    public DevBridge(BridgeOptions options) throws IOException {
        this.options = options;
        Faults faults = new Faults(options.downlinkKbps());
        this.udp = new UdpServer(options.udpPort(), faults);
        BridgeIdentity identity = BridgeIdentity.create();
        ConferenceLimits limits = new ConferenceLimits(
                options.expiry(), options.initialMaxHeightPx(), options.mostEndpoints(), options.lossPercent());
        this.conferences =
                new Conferences(new ConferenceContext(udp, identity, control, System::nanoTime, limits, faults));
        Load load = new Load(options.stressPacketRate(), System.nanoTime());
        Statistics statistics = new Statistics(conferences, udp, state, load, options.name(), options.region());
        List<String> addresses = options.addresses().isEmpty() ? LocalAddresses.ipv4() : options.addresses();
        TransportDescription transports =
                new TransportDescription(identity.fingerprint(), addresses, udp.port(), this::channelUrl);
        Colibri2 colibri = new Colibri2(conferences, state::isInGracefulShutdown, transports);
        this.http = HttpApis.create(
                new HttpApis.Parts(vertx, control, colibri, conferences, statistics, state, faults),
                options.name(),
                options.httpHost(),
                options.httpPort());
        this.housekeeping = new Housekeeping(conferences, udp, load, state, () -> finished.complete(null));
    }

    /** Starts a bridge with all defaults, on free ports. */
    public static DevBridge startDefault() throws IOException {
        return new DevBridge(BridgeOptions.builder().build()).start();
    }

    /** Begins to serve; returns when the HTTP port is open. */
    public DevBridge start() throws IOException {
        Thread warmUp = Thread.ofPlatform().name("bridge-warm-up").start(SrtpWarmUp::run);
        udp.start();
        try {
            httpPort = http.listen().toCompletionStage().toCompletableFuture().join();
        } catch (CompletionException e) {
            close();
            throw new IOException("HTTP port " + options.httpPort() + " cannot be opened", e.getCause());
        }
        await(warmUp);
        ticking = control.scheduleAtFixedRate(
                housekeeping, Housekeeping.TICK_MILLIS, Housekeeping.TICK_MILLIS, TimeUnit.MILLISECONDS);
        return this;
    }

    private static void await(Thread warmUp) {
        try {
            warmUp.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String channelUrl(Endpoint endpoint) {
        return "ws://%s:%d/colibri-ws/%s/%s/%s?pwd=%s"
                .formatted(
                        reachableHost(),
                        httpPort,
                        options.name(),
                        endpoint.conference().id(),
                        endpoint.id(),
                        endpoint.channel().password());
    }

    private String reachableHost() {
        return options.httpHost().equals("0.0.0.0") ? "127.0.0.1" : options.httpHost();
    }

    /** Where REST is served, without a path. */
    public URI httpUri() {
        return URI.create("http://" + reachableHost() + ":" + httpPort);
    }

    public int udpPort() {
        return udp.port();
    }

    /** Done when an ordered shutdown is over and the process may end. */
    CompletableFuture<Void> finished() {
        return finished;
    }

    /** Ends all conferences and frees the ports. */
    @Override
    public void close() {
        if (ticking != null) {
            ticking.cancel(false);
        }
        control.execute(conferences::expireAll);
        control.shutdown();
        try {
            boolean stopped = control.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
            if (!stopped) {
                control.shutdownNow();
            }
            vertx.close().toCompletionStage().toCompletableFuture().get(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            System.getLogger(DevBridge.class.getName()).log(System.Logger.Level.WARNING, "http did not stop", e);
        } finally {
            udp.close();
        }
    }
}
