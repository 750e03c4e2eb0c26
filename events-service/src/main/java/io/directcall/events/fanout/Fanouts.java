package io.directcall.events.fanout;

import io.directcall.events.position.Channel;
import io.directcall.events.subscription.Subscription;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** The fan-out of each channel. Each reads on a thread of its own, so that a crowd in one does not delay the other. */
public final class Fanouts implements AutoCloseable {
    private final Map<Channel, Fanout> fanouts = new EnumMap<>(Channel.class);

    /** Not started yet. */
    public Fanouts(Function<Channel, Fanout> making) {
        Arrays.stream(Channel.values()).forEach(channel -> fanouts.put(channel, making.apply(channel)));
    }

    /** Starts to read as soon as there are subscribers. */
    public void start() {
        all().forEach(Fanout::start);
    }

    /** As {@link Fanout#open}, by the channel of the listener. */
    public CompletableFuture<Attachment> open(Subscription subscription, StartFrom from) {
        return fanouts.get(subscription.listener().channel()).open(subscription, from);
    }

    /** True while events are read. */
    public boolean isAlive() {
        return all().stream().allMatch(Fanout::isAlive);
    }

    /** Number of partitions that are read now. */
    public int partitions() {
        return all().stream().mapToInt(Fanout::partitions).sum();
    }

    private Collection<Fanout> all() {
        return fanouts.values();
    }

    @Override
    public void close() {
        all().forEach(Fanout::close);
    }
}
