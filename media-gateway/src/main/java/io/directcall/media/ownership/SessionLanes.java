package io.directcall.media.ownership;

import io.smallrye.mutiny.Uni;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.function.Supplier;

/** Runs the tasks of one session one after the other, in the order of their submission, and those of different sessions side by side. */
public final class SessionLanes {
    /** Where the tasks of a session run. */
    @FunctionalInterface
    public interface Runner {
        void run(String sessionId, Runnable task);
    }

    private final Runner runner;
    private final int maxWaiting;
    /** Sessions with a running task, and the tasks that wait behind it. */
    private final Map<String, Queue<Runnable>> lanes = new HashMap<>();

    /** @param maxWaiting beyond this, {@link #offer} drops */
    public SessionLanes(Runner runner, int maxWaiting) {
        this.runner = runner;
        this.maxWaiting = maxWaiting;
    }

    /** Submits when subscribed to; the result is the task's. Whoever calls bounds the number of tasks. */
    public <T> Uni<T> submit(String sessionId, Supplier<Uni<T>> task) {
        return Uni.createFrom()
                .emitter(result -> enqueue(
                        sessionId,
                        () -> Uni.createFrom()
                                .deferred(task::get)
                                .onTermination()
                                .invoke(() -> next(sessionId))
                                .subscribe()
                                .with(result::complete, result::fail)));
    }

    /**
     * Submits at once and reports nothing.
     *
     * @return false when too many tasks wait already
     */
    public boolean offer(String sessionId, Supplier<Uni<Void>> task) {
        synchronized (this) {
            Queue<Runnable> waiting = lanes.get(sessionId);
            if (waiting != null && waiting.size() >= maxWaiting) {
                return false;
            }
        }
        submit(sessionId, task).subscribe().with(done -> {}, failure -> {});
        return true;
    }

    private void enqueue(String sessionId, Runnable task) {
        synchronized (this) {
            Queue<Runnable> waiting = lanes.get(sessionId);
            if (waiting != null) {
                waiting.add(task);
                return;
            }
            lanes.put(sessionId, new ArrayDeque<>());
        }
        runner.run(sessionId, task);
    }

    private void next(String sessionId) {
        Runnable task;
        synchronized (this) {
            task = lanes.get(sessionId).poll();
            if (task == null) {
                lanes.remove(sessionId);
                return;
            }
        }
        runner.run(sessionId, task);
    }
}
