package io.directcall.system.bench.events;

import io.directcall.system.suite.RunningSuite;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Publishes in one session after the other, at an even rate, on a thread of its own. */
final class SteadyPublisher implements AutoCloseable {
    private final SessionEvents topic;
    private final List<Channel> channels;
    private final long pauseNanos;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private ScheduledFuture<?> publishing;
    private long published;

    SteadyPublisher(RunningSuite suite, List<Channel> channels, int perSecond) {
        this.topic = new SessionEvents(suite);
        this.channels = channels;
        this.pauseNanos = TimeUnit.SECONDS.toNanos(1) / perSecond;
    }

    void start() {
        publishing = thread.scheduleAtFixedRate(this::publish, 0, pauseNanos, TimeUnit.NANOSECONDS);
    }

    private void publish() {
        channels.get((int) (published % channels.size())).publish(topic, System.nanoTime());
        published++;
    }

    /** @return how many were published in all */
    long stop() throws InterruptedException {
        if (publishing.isDone()) {
            throw new IllegalStateException("Publishing broke off", publishing.exceptionNow());
        }
        publishing.cancel(false);
        thread.shutdown();
        thread.awaitTermination(1, TimeUnit.MINUTES);
        return published;
    }

    @Override
    public void close() {
        thread.shutdownNow();
        topic.close();
    }
}
