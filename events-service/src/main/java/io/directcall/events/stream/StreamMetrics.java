package io.directcall.events.stream;

import io.directcall.events.fanout.Fanouts;
import io.directcall.events.presence.PresencePublisher;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** Counts what the streams do. */
@Singleton
public class StreamMetrics {
    private final AtomicInteger open = new AtomicInteger();
    private final LongAdder delivered = new LongAdder();
    private final LongAdder cutOff = new LongAdder();

    /** Built by the container. */
    public StreamMetrics(MeterRegistry registry, Fanouts fanouts, PresencePublisher presence) {
        Gauge.builder("events.streams.open", open, AtomicInteger::get)
                .description("Open event streams")
                .register(registry);
        FunctionCounter.builder("events.delivered", delivered, LongAdder::sum)
                .description("Events written to streams")
                .register(registry);
        FunctionCounter.builder("events.streams.cut", cutOff, LongAdder::sum)
                .description("Streams cut off because the client did not read")
                .register(registry);
        Gauge.builder("events.partitions.read", fanouts, Fanouts::partitions)
                .description("Partitions that are read because they have subscribers")
                .register(registry);
        FunctionCounter.builder("events.presence.lost", presence, PresencePublisher::lost)
                .description("Presence messages that were given up")
                .register(registry);
    }

    /** Takes one more stream unless there are as many as allowed. */
    boolean tryOpen(int most) {
        if (open.incrementAndGet() <= most) {
            return true;
        }
        open.decrementAndGet();
        return false;
    }

    int openStreams() {
        return open.get();
    }

    void closed() {
        open.decrementAndGet();
    }

    void delivered() {
        delivered.increment();
    }

    void cutOff() {
        cutOff.increment();
    }
}
