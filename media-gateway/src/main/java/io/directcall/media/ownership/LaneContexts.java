package io.directcall.media.ownership;

import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Where work is done that may use the database. Runs each task on its own duplicated Vert.x context: Hibernate Reactive keeps its open session in the context, so two tasks that shared
 * one would share a transaction. All tasks of a session run on the same event loop.
 */
@Singleton
final class LaneContexts implements SessionLanes.Runner {
    private final List<Context> loops;

    LaneContexts(Vertx vertx) {
        var internal = (VertxInternal) vertx;
        // Named explicitly: without an event loop, all contexts that one thread makes would share one.
        loops = IntStream.range(0, Runtime.getRuntime().availableProcessors() * 2)
                .<Context>mapToObj(i -> internal.createEventLoopContext(
                        internal.getEventLoopGroup().next(),
                        internal.getWorkerPool(),
                        Thread.currentThread().getContextClassLoader()))
                .toList();
    }

    /**
     * Runs a task on a context of its own, and again on another at each subscription: retries go around it.
     *
     * @param key tasks of the same key run on the same event loop
     */
    <T> Uni<T> call(String key, Supplier<Uni<T>> task) {
        return Uni.createFrom()
                .emitter(result -> run(
                        key,
                        () -> Uni.createFrom().deferred(task::get).subscribe().with(result::complete, result::fail)));
    }

    @Override
    public void run(String sessionId, Runnable task) {
        Context loop = loops.get(Math.floorMod(sessionId.hashCode(), loops.size()));
        Context own = VertxContext.createNewDuplicatedContext(loop);
        VertxContextSafetyToggle.setContextSafe(own, true);
        own.runOnContext(start -> task.run());
    }
}
