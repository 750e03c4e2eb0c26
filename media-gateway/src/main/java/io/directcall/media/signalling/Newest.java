package io.directcall.media.signalling;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * Runs tasks of which only the newest of each key counts: the first at once, then one per interval at most. One that a newer one replaced
 * while it waited is not run, and ends well. The last is always run. Thread-safe.
 *
 * @param <K> whose tasks replace each other
 */
final class Newest<K> {
    private record Waiting(Supplier<Uni<Void>> task, UniEmitter<? super Void> result) {}

    private final Duration interval;
    private final BiConsumer<Duration, Runnable> timer;
    /** Keys whose interval is not over, with what waits for its end; null for nothing. */
    private final Map<K, Waiting> waiting = new HashMap<>();

    /** @param timer runs something once, after a time */
    Newest(Duration interval, BiConsumer<Duration, Runnable> timer) {
        this.interval = interval;
        this.timer = timer;
    }

    /** Submits when subscribed to. */
    Uni<Void> submit(K key, Supplier<Uni<Void>> task) {
        return Uni.createFrom().emitter(result -> submit(key, new Waiting(task, result)));
    }

    private void submit(K key, Waiting newest) {
        boolean first;
        Waiting replaced;
        synchronized (this) {
            first = !waiting.containsKey(key);
            replaced = waiting.put(key, first ? null : newest);
        }
        if (replaced != null) {
            replaced.result().complete(null);
        }
        if (first) {
            run(key, newest);
        }
    }

    private void run(K key, Waiting next) {
        timer.accept(interval, () -> intervalOver(key));
        Uni.createFrom()
                .deferred(next.task()::get)
                .subscribe()
                .with(done -> next.result().complete(null), next.result()::fail);
    }

    private void intervalOver(K key) {
        Waiting next;
        synchronized (this) {
            next = waiting.get(key);
            if (next == null) {
                waiting.remove(key);
                return;
            }
            waiting.put(key, null);
        }
        run(key, next);
    }
}
