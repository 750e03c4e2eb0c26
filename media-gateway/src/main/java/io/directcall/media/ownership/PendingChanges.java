package io.directcall.media.ownership;

import io.directcall.media.conference.Conference;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Changes that wait to be saved, by session, in the order in which they came. When many come at once, as when thirty people join, those
 * that wait are saved in one transaction. Thread-safe; whoever adds bounds the number.
 */
@Singleton
final class PendingChanges {
    private final Map<String, Deque<Pending>> bySession = new HashMap<>();

    /**
     * A change that waits.
     *
     * @param done completed when all that follows from it is done or stored
     */
    record Pending(Consumer<Conference> change, CompletableFuture<Void> done) {}

    /** @return completes with the change, or fails when it never can be made */
    synchronized Uni<Void> add(String sessionId, Consumer<Conference> change) {
        var pending = new Pending(change, new CompletableFuture<>());
        bySession.computeIfAbsent(sessionId, first -> new ArrayDeque<>()).addLast(pending);
        return Uni.createFrom().completionStage(pending.done());
    }

    synchronized boolean has(String sessionId) {
        return bySession.containsKey(sessionId);
    }

    /** Takes all that wait for a session. */
    synchronized List<Pending> take(String sessionId) {
        Deque<Pending> taken = bySession.remove(sessionId);
        return taken == null ? List.of() : List.copyOf(taken);
    }

    /** They could not be saved, and go before those that came meanwhile. */
    synchronized void putBack(String sessionId, List<Pending> unsaved) {
        if (!unsaved.isEmpty()) {
            Deque<Pending> waiting = bySession.computeIfAbsent(sessionId, first -> new ArrayDeque<>());
            unsaved.reversed().forEach(waiting::addFirst);
        }
    }
}
