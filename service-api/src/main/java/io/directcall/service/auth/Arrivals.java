package io.directcall.service.auth;

import io.directcall.contracts.error.ErrorCode;
import io.directcall.service.error.ApiException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/** Requests that wait for the record of their token. */
final class Arrivals {
    /**
     * About how many may wait at once. Beyond it somebody tries tokens at random; then nobody waits, and nobody is told that a good
     * token is wrong either.
     */
    static final int MOST = 1000;

    private final Map<AuthTokenHash, String> known;
    private final Duration patience;
    private final Set<Waiter> waiters = ConcurrentHashMap.newKeySet();

    Arrivals(Map<AuthTokenHash, String> known, Duration patience) {
        this.known = known;
        this.patience = patience;
    }

    /** Empty when the token does not come in time. Fails with {@code ERR_UNAVAILABLE} when too many wait already. */
    Uni<Optional<String>> await(AuthTokenHash hash) {
        return Uni.createFrom().deferred(() -> waiters.size() < MOST ? enqueue(hash) : refuse());
    }

    private Uni<Optional<String>> enqueue(AuthTokenHash hash) {
        Waiter waiter = new Waiter(hash, new CompletableFuture<>());
        waiters.add(waiter);
        completeIfItCameMeanwhile(waiter);
        return Uni.createFrom()
                .completionStage(waiter.uid())
                .map(Optional::of)
                .ifNoItem()
                .after(patience)
                .recoverWithItem(Optional.empty())
                .onTermination()
                .invoke(() -> waiters.remove(waiter))
                .emitOn(callersContext());
    }

    private void completeIfItCameMeanwhile(Waiter waiter) {
        String uid = known.get(waiter.hash());
        if (uid != null) {
            waiter.uid().complete(uid);
        }
    }

    private static Uni<Optional<String>> refuse() {
        return Uni.createFrom().failure(new ApiException(ErrorCode.ERR_UNAVAILABLE));
    }

    /** The record comes on Kafka's thread, the end of the patience on a timer's. Neither may go on with a request. */
    private static Executor callersContext() {
        Context context = Vertx.currentContext();
        return context == null ? Runnable::run : work -> context.runOnContext(ignored -> work.run());
    }

    void arrived(AuthTokenHash hash, String uid) {
        for (Waiter waiter : waiters) {
            if (waiter.hash().equals(hash)) {
                waiter.uid().complete(uid);
            }
        }
    }

    /** One request; two that wait for the same token differ by their futures. */
    private record Waiter(AuthTokenHash hash, CompletableFuture<String> uid) {}
}
