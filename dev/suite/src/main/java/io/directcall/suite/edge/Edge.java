package io.directcall.suite.edge;

import io.directcall.contracts.error.ErrorCode;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * The one origin that browsers see. It serves the demo page and the SDK and routes the API as the Kubernetes ingress does. Listens on the
 * loopback addresses only. Closed once, with all its connections.
 */
public final class Edge implements AutoCloseable {
    private static final String DEMO_CONFIG = "/demo-config.json";
    /** As the services take: tokens of identity providers have several KB. */
    private static final int HEADERS = 16 * 1024;

    private final Vertx vertx;
    private final Map<Upstream, ApiProxy> services = new EnumMap<>(Upstream.class);
    private final StaticFiles files;
    private final String demoConfig;

    private Edge(
            Vertx vertx, Map<Upstream, List<Integer>> servicePorts, IntPredicate ready, Path webSdk, String apiKey) {
        this.vertx = vertx;
        this.files = new StaticFiles(webSdk);
        this.demoConfig = "{\"apiKey\":\"" + apiKey + "\"}";
        servicePorts.forEach((upstream, ports) -> services.put(upstream, new ApiProxy(vertx, upstream, ports, ready)));
    }

    /**
     * Listens on 127.0.0.1 and, where the machine has it, on ::1, because browsers try both for {@code localhost}.
     *
     * @param servicePorts where the replicas of each service listen
     * @param ready whether the replica at a port takes requests
     * @param webSdk the built web SDK with its demo page
     * @param apiKey given to the demo page, which plays the application's server
     */
    public static Edge start(
            int port, Map<Upstream, List<Integer>> servicePorts, IntPredicate ready, Path webSdk, String apiKey) {
        Vertx vertx = Vertx.vertx(new VertxOptions()
                .setEventLoopPoolSize(2)
                .setFileSystemOptions(new FileSystemOptions().setFileCachingEnabled(false)));
        Edge edge = new Edge(vertx, servicePorts, ready, webSdk, apiKey);
        try {
            edge.listen("127.0.0.1", port)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
            edge.listen("::1", port)
                    .otherwiseEmpty()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
            return edge;
        } catch (RuntimeException e) {
            edge.close();
            throw e;
        }
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private Future<HttpServer> listen(String host, int port) {
        return vertx.createHttpServer(new HttpServerOptions()
                        .setHandle100ContinueAutomatically(true)
                        .setMaxHeaderSize(HEADERS))
                .requestHandler(this::handle)
                .listen(port, host);
    }

    private void handle(HttpServerRequest request) {
        // Some clients send a path that Vert.x leaves null ("OPTIONS *").
        String path = Optional.ofNullable(request.path()).orElse("");
        Optional<Upstream> upstream = Routes.of(path);
        if (upstream.isPresent()) {
            services.get(upstream.get()).handle(request);
        } else if (!path.startsWith("/")) {
            answer(request, ErrorCode.ERR_NOT_FOUND, request.uri());
        } else if (!List.of(HttpMethod.GET, HttpMethod.HEAD).contains(request.method())) {
            answer(request, ErrorCode.ERR_NOT_FOUND, request.method() + " " + path);
        } else if (path.equals(DEMO_CONFIG)) {
            request.response().putHeader("content-type", "application/json").end(demoConfig);
        } else {
            files.find(path)
                    .ifPresentOrElse(
                            file -> send(request, file),
                            () -> answer(request, ErrorCode.ERR_NOT_FOUND, request.method() + " " + path));
        }
    }

    private static void send(HttpServerRequest request, Path file) {
        request.response()
                .putHeader("content-type", StaticFiles.contentType(file))
                // A rebuilt demo page must be seen at the next reload.
                .putHeader("cache-control", "no-cache")
                .putHeader("access-control-allow-origin", "*")
                .sendFile(file.toString());
    }

    private static void answer(HttpServerRequest request, ErrorCode code, String devMessage) {
        request.response()
                .setStatusCode(code.status())
                .putHeader("content-type", "application/json")
                .putHeader("access-control-allow-origin", "*")
                .end(Errors.body(code, devMessage));
    }
}
