package io.directcall.events.config;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Sets what Quarkus has no property for. */
@Singleton
public class ServerOptions implements HttpServerOptionsCustomizer {
    private static final Logger LOG = Logger.getLogger(ServerOptions.class);

    private final EventsConfig config;

    /** Built by the container. */
    public ServerOptions(EventsConfig config, Vertx vertx) {
        this.config = config;
        if (!vertx.isNativeTransportEnabled()) {
            LOG.warnf(
                    "A client whose machine vanishes is noticed after minutes only: sockets have no TCP_USER_TIMEOUT here: %s",
                    vertx.unavailableNativeTransportCause());
        }
    }

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        customize(options);
    }

    @Override
    public void customizeHttpsServer(HttpServerOptions options) {
        customize(options);
    }

    private void customize(HttpServerOptions options) {
        // A client whose machine vanishes acknowledges nothing, and by default the kernel sends again for a quarter of
        // an hour. Longer than the write deadline: whom much waits for is cut off by us, with a line in the log.
        options.setTcpUserTimeout((int) config.writeDeadline().multipliedBy(2).toMillis());
        // Left alone, the kernel lets the buffer of a client that does not read grow to megabytes, each.
        options.setSendBufferSize(config.sendBuffer());
        // A compressor would hold events back, and a stream of short events gains little.
        options.setCompressionSupported(false);
        // A client leaves by resetting its HTTP/2 stream. Behind a proxy many share one connection: by default, 200
        // leaving within half a
        // minute would count as an attack, and the streams of all others on the connection would be closed with it.
        options.setHttp2RstFloodMaxRstFramePerWindow(config.maxStreams());
    }
}
