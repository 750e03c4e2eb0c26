package io.directcall.events.fanout;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;

/**
 * A thread with a Kafka consumer for questions that block: the live reader must never wait for an answer. The consumer is made at the
 * first use, so that the service starts while Kafka is away.
 */
public final class KafkaWorker implements AutoCloseable {
    /** More waiting tasks than clients that reconnect at once to one replica. */
    private static final int MAX_WAITING = 20_000;

    private final Supplier<Consumer<String, byte[]>> consumers;
    private final ThreadPoolExecutor thread;
    private Consumer<String, byte[]> consumer;

    /**
     * @param name of the thread
     * @param consumers makes the consumer
     */
    public KafkaWorker(String name, Supplier<Consumer<String, byte[]>> consumers) {
        this.consumers = consumers;
        this.thread = new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(MAX_WAITING),
                Thread.ofPlatform().daemon().name(name).factory());
    }

    /** Runs a task after those that wait; fails when too many wait. A task whose future was cancelled meanwhile is not run. */
    <T> CompletableFuture<T> submit(Function<Consumer<String, byte[]>, T> task) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        try {
            thread.execute(() -> run(task, answer));
        } catch (RejectedExecutionException e) {
            answer.completeExceptionally(e);
        }
        return answer;
    }

    private <T> void run(Function<Consumer<String, byte[]>, T> task, CompletableFuture<T> answer) {
        if (answer.isDone()) {
            return;
        }
        try {
            if (consumer == null) {
                consumer = consumers.get();
            }
            answer.complete(task.apply(consumer));
        } catch (RuntimeException e) {
            answer.completeExceptionally(e);
        }
    }

    @Override
    public void close() {
        thread.getQueue().clear();
        thread.execute(this::closeConsumer);
        thread.shutdown();
    }

    private void closeConsumer() {
        if (consumer != null) {
            consumer.close(CloseOptions.timeout(Duration.ZERO));
        }
    }
}
