package io.directcall.outbox;

import io.directcall.contracts.topic.Topic;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.OptimisticLockException;
import java.util.List;
import java.util.function.LongFunction;
import org.hibernate.reactive.mutiny.Mutiny;

/** A service with an outbox, as small as can be. */
@ApplicationScoped
class Counters {
    /** What it publishes. */
    record Counted(String id, long seq) {}

    private final Mutiny.SessionFactory database;
    private final Outbox outbox;

    Counters(Mutiny.SessionFactory database, Outbox outbox) {
        this.database = database;
        this.outbox = outbox;
    }

    void create(String id) {
        run(db -> db.persist(new Counter(id)));
    }

    /** Counts on and says so, however often another one is faster. */
    void count(String id) {
        boolean done = false;
        while (!done) {
            try {
                count(id, seq -> new Counted(id, seq));
                done = true;
            } catch (OptimisticLockException faster) {
                done = false;
            }
        }
    }

    void count(String id, LongFunction<Object> payload) {
        run(db -> db.find(Counter.class, id)
                .chain(counter -> outbox.append(
                        db, List.of(new OutboxMessage(Topic.SESSION_EVENTS, id, payload.apply(counter.next()))))));
    }

    long seq(String id) {
        return await(database.withSession(db -> db.find(Counter.class, id))).seq();
    }

    private void run(java.util.function.Function<Mutiny.Session, Uni<Void>> work) {
        await(database.withTransaction(work));
    }

    private static <T> T await(Uni<T> work) {
        try {
            return VertxContextSupport.subscribeAndAwait(() -> work);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
