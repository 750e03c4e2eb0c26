package io.directcall.events.fanout;

import io.directcall.events.position.Position;
import io.directcall.events.subscription.Subscription;

/** The bond between a subscription and the partition that feeds it. Whoever opened it closes it, once. */
public final class Attachment {
    private final Fanout fanout;
    private final PartitionFeed feed;
    private final Subscription subscription;

    Attachment(Fanout fanout, PartitionFeed feed, Subscription subscription) {
        this.fanout = fanout;
        this.feed = feed;
        this.subscription = subscription;
    }

    /** Everything before this was offered to the subscription if it is live. */
    public Position dispatched() {
        return feed.dispatched();
    }

    /** To be called when the client has taken all frames: brings more when the subscription is catching up. */
    public void framesTaken() {
        if (subscription.takeWantsMore()) {
            fanout.resume(feed, subscription);
        }
    }

    /** Ends it. */
    public void close() {
        subscription.abandon();
        fanout.close(feed, subscription);
    }
}
