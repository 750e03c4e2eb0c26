package io.directcall.service.topic;

import io.directcall.contracts.error.ErrorCode;
import io.directcall.service.VertxContext;
import io.directcall.service.error.ApiException;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Requests that wait for a record that is on its way.
 *
 * @param <K> the keys of the records
 * @param <V> what a request wants to know
 */
public final class Arrivals<K, V> {
    /**
     * About how many may wait at once. Beyond it somebody tries tokens at random; then nobody waits, and nobody is told that a good
     * token is wrong either.
     */
    public static final int MOST = 1000;

    private final Map<K, V> known;
    private final Duration patience;
    private final Set<Waiter<K, V>> waiters = ConcurrentHashMap.newKeySet();

    /**
     * @param known what has come; a record is put there before it is told of with {@link #arrived}
     * @param patience how long a request waits
     */
    public Arrivals(Map<K, V> known, Duration patience) {
        this.known = known;
        this.patience = patience;
    }

    /** Empty when the record does not come in time. Fails with {@code ERR_UNAVAILABLE} when too many wait already. */
    public Uni<Optional<V>> await(K key) {
        return Uni.createFrom().deferred(() -> waiters.size() < MOST ? enqueue(key) : refuse());
    }

    private Uni<Optional<V>> enqueue(K key) {
        Waiter<K, V> waiter = new Waiter<>(key, new CompletableFuture<>());
        waiters.add(waiter);
        completeIfItCameMeanwhile(waiter);
        return Uni.createFrom()
                .completionStage(waiter.value())
                .map(Optional::of)
                .ifNoItem()
                .after(patience)
                .recoverWithItem(Optional.empty())
                .onTermination()
                .invoke(() -> waiters.remove(waiter))
                // It comes on Kafka's thread, the end of the patience on a timer's: neither may go on with a request.
                .emitOn(VertxContext.ofCaller());
    }

    private void completeIfItCameMeanwhile(Waiter<K, V> waiter) {
        V value = known.get(waiter.key());
        if (value != null) {
            waiter.value().complete(value);
        }
    }

    private Uni<Optional<V>> refuse() {
        return Uni.createFrom().failure(new ApiException(ErrorCode.ERR_UNAVAILABLE));
    }

    /** Lets those go on that wait for this record. */
    public void arrived(K key, V value) {
        for (Waiter<K, V> waiter : waiters) {
            if (waiter.key().equals(key)) {
                waiter.value().complete(value);
            }
        }
    }

    /** One request; two that wait for the same record differ by their futures. */
    private record Waiter<K, V>(K key, CompletableFuture<V> value) {}
}
