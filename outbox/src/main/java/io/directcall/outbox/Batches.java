package io.directcall.outbox;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Publishes the batches of one lane, one at a time, each in a transaction that holds the lane. */
final class Batches {
    private static final Duration DROP_TIMEOUT = Duration.ofSeconds(1);

    private final int number;
    private final Pool pool;
    private final RowPublisher publisher;
    private final OutboxConfig config;
    /** The batch that was sent last, done when the fate of all its rows is known. The next one must not start before. */
    private volatile CompletableFuture<Void> lastSent = CompletableFuture.completedFuture(null);

    Batches(int number, Pool pool, RowPublisher publisher, OutboxConfig config) {
        this.number = number;
        this.pool = pool;
        this.publisher = publisher;
        this.config = config;
    }

    void prepare() {
        publisher.prepare();
    }

    /**
     * Publishes the oldest rows. To be called again when it is done, not before.
     *
     * @param afterFailure makes sure of Kafka before it turns to the database
     * @return how many; none when there are none, or another relay holds the lane
     */
    Uni<Integer> next(boolean afterFailure) {
        return ready(afterFailure).chain(() -> pool.withConnection(this::publishOldest));
    }

    /** While Kafka is away the commands have all database connections for themselves. */
    private Uni<Void> ready(boolean afterFailure) {
        if (!lastSent.isDone()) {
            publisher.drop();
            return Uni.createFrom().failure(new IllegalStateException("The producer still has the batch before"));
        }
        return afterFailure
                ? Uni.createFrom().completionStage(publisher::reach)
                : Uni.createFrom().voidItem();
    }

    private Uni<Integer> publishOldest(SqlConnection connection) {
        Duration longestSilence = config.ackTimeout().multipliedBy(2);
        return OutboxTable.begin(connection, number, config.batchSize(), longestSilence)
                .chain(rows -> rows.isEmpty() ? nothingPublished(connection) : publishDelete(connection, rows))
                .onFailure()
                .call(this::dropUnacknowledged)
                .onFailure()
                .call(() -> OutboxTable.rollback(connection).onFailure().recoverWithNull());
    }

    private Uni<Integer> publishDelete(SqlConnection connection, List<OutboxRow> rows) {
        var lost = new CompletableFuture<Void>();
        connection.closeHandler(() -> lost.completeExceptionally(new IllegalStateException("Lost the lane's lock")));
        lastSent = publisher.publish(rows);
        return Uni.createFrom()
                .completionStage(CompletableFuture.anyOf(lastSent, lost))
                .ifNoItem()
                .after(config.ackTimeout())
                .fail()
                .chain(() -> OutboxTable.deleteAndCommit(connection, number, rows))
                .replaceWith(rows.size());
    }

    /** Once the lane is free another relay publishes these rows and newer ones: these must not come after them. */
    private Uni<Void> dropUnacknowledged() {
        if (lastSent.isDone() && !lastSent.isCompletedExceptionally()) {
            return Uni.createFrom().voidItem();
        }
        publisher.drop();
        return Uni.createFrom()
                .completionStage(lastSent.copy())
                .ifNoItem()
                .after(DROP_TIMEOUT)
                .fail()
                .onFailure()
                .recoverWithNull();
    }

    private static Uni<Integer> nothingPublished(SqlConnection connection) {
        return OutboxTable.rollback(connection).replaceWith(0);
    }

    void close() {
        publisher.close();
    }
}
