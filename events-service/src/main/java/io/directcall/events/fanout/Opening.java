package io.directcall.events.fanout;

import io.directcall.events.subscription.Subscription;
import java.util.concurrent.CompletableFuture;

/**
 * A subscription whose start is still looked for.
 *
 * @param subscription what is to be started
 * @param from where the client wants it to start
 * @param opened told when it has started
 */
record Opening(Subscription subscription, StartFrom from, CompletableFuture<Attachment> opened) {

    void failWith(Throwable failure) {
        opened.completeExceptionally(failure);
    }
}
