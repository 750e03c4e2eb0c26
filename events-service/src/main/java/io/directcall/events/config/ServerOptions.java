package io.directcall.events.config;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.inject.Singleton;

/** Sets what Quarkus has no property for. */
@Singleton
public class ServerOptions implements HttpServerOptionsCustomizer {
    private final EventsConfig config;

    /** Built by the container. */
    public ServerOptions(EventsConfig config) {
        this.config = config;
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
