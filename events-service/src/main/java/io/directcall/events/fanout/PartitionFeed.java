package io.directcall.events.fanout;

import io.directcall.events.log.LogEvent;
import io.directcall.events.log.RecentEvents;
import io.directcall.events.position.Position;
import io.directcall.events.subscription.Offer;
import io.directcall.events.subscription.Subscription;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One partition while it has subscribers: its newest events and the live subscriptions of its keys. Belongs to the thread of
 * {@link LiveReader}, which both reads events and admits subscriptions: between the replay from memory and the first live event of a
 * subscription nothing can slip through.
 */
final class PartitionFeed {
    private final int partition;
    private final MemoryLimits limits;
    private final Map<String, Set<Subscription>> live = new HashMap<>();
    private RecentEvents recent;
    private Position end;
    private int users;
    private volatile Position dispatched;

    /**
     * @param partition its number
     * @param start where it is read from
     * @param end what would be appended next when it was last looked up
     * @param limits how much is kept in memory
     */
    PartitionFeed(int partition, Position start, Position end, MemoryLimits limits) {
        this.partition = partition;
        this.limits = limits;
        restart(start, end);
    }

    int partition() {
        return partition;
    }

    /** What is read next. */
    Position head() {
        return recent.head();
    }

    /** The furthest position that is known to exist. */
    Position end() {
        return end.max(recent.head());
    }

    /** Everything before this was offered to all live subscriptions. For any thread. */
    Position dispatched() {
        return dispatched;
    }

    void endIsAtLeast(Position position) {
        end = end.max(position);
    }

    Optional<Position> positionAt(Instant time) {
        return recent.positionAt(time);
    }

    /** Adds what was read and offers it to the live subscriptions of its key. */
    void read(LogEvent event) {
        recent.append(event);
        Set<Subscription> listeners = live.get(event.key());
        if (listeners == null) {
            return;
        }
        for (Iterator<Subscription> all = listeners.iterator(); all.hasNext(); ) {
            if (!staysLive(all.next(), event)) {
                all.remove();
            }
        }
        if (listeners.isEmpty()) {
            live.remove(event.key());
        }
    }

    private static boolean staysLive(Subscription subscription, LogEvent event) {
        Offer offer = subscription.offer(event);
        if (offer == Offer.FULL) {
            subscription.wantMore();
        }
        if (offer != Offer.SKIPPED) {
            subscription.wake();
        }
        return offer == Offer.QUEUED || offer == Offer.SKIPPED;
    }

    /** Moves on over a record that is no event. */
    void skipTo(Position position) {
        recent.skipTo(position);
    }

    /** To be called when all that a poll brought was read. */
    void batchRead() {
        dispatched = recent.head();
    }

    /** Brings a subscription as far as memory reaches. */
    Admission admit(Subscription subscription) {
        if (subscription.isEnded()) {
            return Admission.ENDED;
        }
        if (!recent.reachesBackTo(subscription.position())) {
            return Admission.FROM_KAFKA;
        }
        String key = subscription.listener().key();
        boolean all = recent.forEach(key, event -> goesOn(subscription.offer(event)));
        subscription.wake();
        if (subscription.isEnded()) {
            return Admission.ENDED;
        }
        if (!all) {
            return Admission.WHEN_TAKEN;
        }
        subscription.goLive();
        live.computeIfAbsent(key, first -> new LinkedHashSet<>()).add(subscription);
        return Admission.LIVE;
    }

    private static boolean goesOn(Offer offer) {
        return offer == Offer.QUEUED || offer == Offer.SKIPPED;
    }

    /** One more subscription needs the partition. */
    void enter() {
        users++;
    }

    /** A subscription is over. */
    void leave(Subscription subscription) {
        users--;
        String key = subscription.listener().key();
        Set<Subscription> listeners = live.get(key);
        if (listeners != null && listeners.remove(subscription) && listeners.isEmpty()) {
            live.remove(key);
        }
    }

    boolean isUsed() {
        return users > 0;
    }

    /** What was to be read next is gone from Kafka: tells the live subscriptions and reads on from what there is. */
    void restartWithGap(Position start, Position newEnd) {
        restart(start, newEnd);
        for (Set<Subscription> listeners : live.values()) {
            for (Subscription subscription : listeners) {
                subscription.gap(start);
                subscription.wake();
            }
        }
    }

    private void restart(Position start, Position newEnd) {
        recent = new RecentEvents(start, limits.events(), limits.bytes());
        end = newEnd;
        dispatched = start;
    }
}
