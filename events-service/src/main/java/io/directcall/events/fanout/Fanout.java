package io.directcall.events.fanout;

import io.directcall.events.position.Position;
import io.directcall.events.subscription.Subscription;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Brings subscriptions to their events. A subscription catches up from memory or from Kafka until memory reaches back to it, then goes
 * live. All of it happens on the thread of the {@link LiveReader}, except the reading of history, which hands the subscription over and
 * back.
 */
public final class Fanout implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Fanout.class);
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final LiveReader reader;
    private final HistoryReader history;
    private final LogLookup lookup;
    private final MemoryLimits limits;
    private final Duration linger;
    private final Executor later;
    private final Map<Integer, PartitionFeed> feeds = new HashMap<>();
    private final Map<Integer, List<Opening>> openings = new HashMap<>();
    private volatile int partitionCount;

    /**
     * @param reader runs everything here
     * @param history reads what is no longer in memory
     * @param lookup answers where things are
     * @param limits how much of a partition is kept in memory
     * @param linger how long a partition is still read after its last subscriber, for those that come back
     */
    public Fanout(LiveReader reader, HistoryReader history, LogLookup lookup, MemoryLimits limits, Duration linger) {
        this.reader = reader;
        this.history = history;
        this.lookup = lookup;
        this.limits = limits;
        this.linger = linger;
        this.later = CompletableFuture.delayedExecutor(RETRY.toMillis(), TimeUnit.MILLISECONDS, reader);
        reader.onLost(this::relocate);
    }

    /** Starts the reader and connects to Kafka now, so that the first subscriber need not wait for it. */
    public void start() {
        reader.start();
        whenAnswered(lookup.partitionCount(), (count, failure) -> {
            if (failure == null) {
                partitionCount = count;
            } else {
                LOG.warnf("Kafka does not tell the partitions yet: %s", failure.getMessage());
            }
        });
        history.prepare();
    }

    /** True while events are read. */
    public boolean isAlive() {
        return reader.isAlive();
    }

    /** Number of partitions that are read now. */
    public int partitions() {
        return reader.partitions();
    }

    /** Ends the reader. */
    @Override
    public void close() {
        reader.close();
    }

    /**
     * Starts a subscription.
     *
     * @return done when the subscription's start is found and events will come; fails when Kafka does not answer. When it is cancelled
     *     before, nothing is started.
     */
    public CompletableFuture<Attachment> open(Subscription subscription, StartFrom from) {
        Opening opening = new Opening(subscription, from, new CompletableFuture<>());
        ask(partitionOf(subscription.listener().key()), opening, partition -> open(partition, opening));
        return opening.opened();
    }

    private CompletableFuture<Integer> partitionOf(String key) {
        if (partitionCount > 0) {
            return CompletableFuture.completedFuture(Topics.partitionOf(key, partitionCount));
        }
        return lookup.partitionCount().thenApply(count -> {
            partitionCount = count;
            return Topics.partitionOf(key, count);
        });
    }

    private void open(int partition, Opening opening) {
        PartitionFeed feed = feeds.get(partition);
        if (feed != null) {
            locate(feed, opening);
            return;
        }
        List<Opening> waiting = openings.computeIfAbsent(partition, first -> new ArrayList<>());
        waiting.add(opening);
        if (waiting.size() == 1) {
            whenAnswered(lookup.bounds(partition), (bounds, failure) -> activate(partition, bounds, failure));
        }
    }

    private void activate(int partition, Bounds bounds, Throwable failure) {
        List<Opening> waiting = openings.remove(partition);
        if (failure != null) {
            waiting.forEach(opening -> opening.failWith(failure));
            return;
        }
        PartitionFeed feed = new PartitionFeed(partition, bounds.beforeEnd(limits.warmUp()), bounds.end(), limits);
        feeds.put(partition, feed);
        reader.add(feed);
        waiting.forEach(opening -> locate(feed, opening));
        retireUnused(feed);
    }

    private void locate(PartitionFeed feed, Opening opening) {
        switch (opening.from()) {
            case StartFrom.Now() -> start(feed, opening, feed.end());
            case StartFrom.Since since -> {
                Optional<Position> inMemory = feed.positionAt(since.time());
                if (inMemory.isPresent()) {
                    start(feed, opening, inMemory.get());
                } else {
                    ask(
                            lookup.positionAt(feed.partition(), since.time()),
                            opening,
                            found -> start(feed, opening, found));
                }
            }
            case StartFrom.Resume resume -> {
                if (feed.end().covers(resume.position())) {
                    start(feed, opening, resume.position());
                } else {
                    ask(
                            lookup.bounds(feed.partition()),
                            opening,
                            bounds -> resume(feed, opening, resume.position(), bounds));
                }
            }
        }
    }

    private <T> void ask(CompletableFuture<T> question, Opening opening, Consumer<T> then) {
        whenAnswered(question, (answer, failure) -> {
            if (failure == null) {
                then.accept(answer);
            } else {
                opening.failWith(failure);
            }
        });
    }

    /** Goes on with an answer on the reader's thread, which logs what fails there. */
    @SuppressWarnings("FutureReturnValueIgnored")
    private <T> void whenAnswered(CompletableFuture<T> question, BiConsumer<T, Throwable> then) {
        question.whenComplete((answer, failure) -> reader.execute(() -> then.accept(answer, failure)));
    }

    /** The client is ahead of what was known here: another replica read faster, or the log is not the one that the client knew. */
    private void resume(PartitionFeed feed, Opening opening, Position position, Bounds bounds) {
        feed.endIsAtLeast(bounds.end());
        Subscription subscription = opening.subscription();
        subscription.startAt(position);
        if (!bounds.end().covers(position)) {
            LOG.warnf(
                    "%s comes back from %s, which is past the end %s",
                    subscription.listener().name(), position, bounds.end());
            subscription.gap(bounds.end());
        }
        start(feed, opening, subscription.position());
    }

    private void start(PartitionFeed feed, Opening opening, Position position) {
        // While an answer was awaited, the feed may have been retired and begun anew.
        if (feeds.get(feed.partition()) != feed) {
            open(feed.partition(), opening);
            return;
        }
        feed.endIsAtLeast(position);
        opening.subscription().startAt(position);
        Attachment attachment = new Attachment(this, feed, opening.subscription());
        if (opening.opened().complete(attachment)) {
            feed.enter();
            admit(feed, opening.subscription());
        }
    }

    /** Goes on with a subscription whose client has taken all that waited. */
    void resume(PartitionFeed feed, Subscription subscription) {
        reader.execute(() -> admit(feed, subscription));
    }

    private void admit(PartitionFeed feed, Subscription subscription) {
        switch (feed.admit(subscription)) {
            case FROM_KAFKA -> {
                Position target = feed.end();
                whenAnswered(
                        history.read(subscription, feed.partition(), target),
                        (done, failure) -> wasRead(feed, subscription, failure));
            }
            case WHEN_TAKEN -> whenTaken(subscription);
            case LIVE, ENDED -> {}
        }
    }

    private void wasRead(PartitionFeed feed, Subscription subscription, Throwable failure) {
        if (failure != null) {
            LOG.warnf(
                    "%s history cannot be read now: %s", subscription.listener().name(), failure.getMessage());
            later.execute(() -> admit(feed, subscription));
        } else if (subscription.hasFrames()) {
            whenTaken(subscription);
        } else {
            admit(feed, subscription);
        }
    }

    private static void whenTaken(Subscription subscription) {
        subscription.wantMore();
        subscription.wake();
    }

    /** A subscription is over. */
    void close(PartitionFeed feed, Subscription subscription) {
        reader.execute(() -> {
            feed.leave(subscription);
            retireUnused(feed);
        });
    }

    private void retireUnused(PartitionFeed feed) {
        if (!feed.isUsed()) {
            CompletableFuture.delayedExecutor(linger.toMillis(), TimeUnit.MILLISECONDS, reader)
                    .execute(() -> retire(feed));
        }
    }

    private void retire(PartitionFeed feed) {
        if (!feed.isUsed() && feeds.remove(feed.partition(), feed)) {
            reader.remove(feed);
        }
    }

    /** The place of the reader in a partition is gone, by retention or because the topic is another one. */
    private void relocate(PartitionFeed feed) {
        whenAnswered(lookup.bounds(feed.partition()), (bounds, failure) -> {
            if (failure != null) {
                later.execute(() -> relocate(feed));
            } else if (feeds.get(feed.partition()) == feed) {
                feed.restartWithGap(bounds.clip(feed.head()), bounds.end());
                reader.add(feed);
            }
        });
    }
}
