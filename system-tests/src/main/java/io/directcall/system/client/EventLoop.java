package io.directcall.system.client;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** The one event loop of a load generator, and how other threads work on it. */
public final class EventLoop implements AutoCloseable {
    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));

    /** What the clients are made with. */
    public Vertx vertx() {
        return vertx;
    }

    /** Does something on the loop and waits for its result. */
    public <T> T call(Supplier<T> work) {
        CompletableFuture<T> done = new CompletableFuture<>();
        vertx.runOnContext(now -> done.completeAsync(work, Runnable::run));
        return done.join();
    }

    /** Begins something on the loop and waits until it is done. */
    public <T> T await(Supplier<Future<T>> work) {
        return call(work).toCompletionStage().toCompletableFuture().join();
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
