package io.directcall.session.webhook;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** An application's server that does what a test wants, and remembers what it got. */
final class Receiver implements AutoCloseable {
    /** What it does with a request. */
    interface Behaviour {
        void answer(HttpServerRequest request);

        static Behaviour status(int status) {
            return request -> request.response().setStatusCode(status).end("ignored");
        }

        static Behaviour redirect(String location) {
            return request -> request.response()
                    .setStatusCode(302)
                    .putHeader("location", location)
                    .end();
        }

        static Behaviour retryAfter(int status, String value) {
            return request -> request.response()
                    .setStatusCode(status)
                    .putHeader("retry-after", value)
                    .end();
        }

        static Behaviour hang() {
            return request -> {};
        }

        static Behaviour closeUnanswered() {
            return request -> request.connection().close();
        }

        /** The head of a success, and then the connection breaks. */
        static Behaviour closeMidAnswer() {
            return request -> {
                request.response().putHeader("content-length", "1000").write("{");
                request.response()
                        .write("{")
                        .onComplete(ignored -> request.connection().close());
            };
        }

        /** The head of a success, and a body that never ends. */
        static Behaviour endless() {
            return request -> request.response().setChunked(true).write("more to come");
        }
    }

    record Got(String path, Map<String, String> headers, String body, long connection) {
        String id() {
            return headers.get("webhook-id");
        }
    }

    private final Vertx vertx = Vertx.vertx();
    private final HttpServer server;
    private final List<Got> got = new CopyOnWriteArrayList<>();
    private volatile Function<Got, Behaviour> behaviour = request -> Behaviour.status(200);

    Receiver() {
        this(new HttpServerOptions(), 0);
    }

    Receiver(HttpServerOptions options, int port) {
        server = vertx.createHttpServer(options)
                .requestHandler(this::handle)
                .listen(port, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    private void handle(HttpServerRequest request) {
        request.body().onSuccess(body -> {
            Map<String, String> headers = new ConcurrentHashMap<>();
            request.headers().forEach((name, value) -> headers.put(name.toLowerCase(java.util.Locale.ROOT), value));
            var taken = new Got(request.uri(), headers, body.toString(), System.identityHashCode(request.connection()));
            got.add(taken);
            behaviour.apply(taken).answer(request);
        });
    }

    void will(Behaviour always) {
        willDecide(request -> always);
    }

    void willDecide(Function<Got, Behaviour> decided) {
        behaviour = decided;
    }

    /** In the order of arrival. */
    List<Got> got() {
        return List.copyOf(got);
    }

    List<String> bodies() {
        return got.stream().map(Got::body).toList();
    }

    int port() {
        return server.actualPort();
    }

    String url() {
        return "http://127.0.0.1:" + port() + "/hooks?from=calls";
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
