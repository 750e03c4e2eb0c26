package io.directcall.session.idempotency;

import io.directcall.session.store.SessionLog;
import io.directcall.session.store.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Does what a request asks for once, however often it comes. The key, the work and the answer are one transaction: after a crash all of
 * them are there, or none. A request whose key another one is working on waits for that one's end.
 */
@ApplicationScoped
class Once {
    /** How long a repeated request is answered as the first. */
    static final Duration MEMORY = Duration.ofHours(24);

    private final Transactions transactions;
    private final IdempotencyTable table;
    private final InstantSource clock;

    Once(Transactions transactions, IdempotencyTable table, InstantSource clock) {
        this.transactions = transactions;
        this.table = table;
        this.clock = clock;
    }

    /**
     * @param key empty when the request may not be repeated
     * @param work one attempt, see {@link Transactions#in}
     * @return fails as the work does, which leaves no trace of the key: a refused request is decided anew. Fails with
     *     {@code ERR_IDEMPOTENCY_KEY_REUSED} when the key came with another body before
     */
    Uni<Answer> run(Optional<RequestKey> key, Function<Mutiny.Session, Uni<Answer>> work) {
        return transactions
                .in(db -> key.map(named -> once(db, named, work)).orElseGet(() -> work.apply(db)))
                .invoke(answer -> answer.outcome().ifPresent(SessionLog::write));
    }

    private Uni<Answer> once(Mutiny.Session db, RequestKey key, Function<Mutiny.Session, Uni<Answer>> work) {
        Instant now = clock.instant();
        return table.claim(db, key, now, now.minus(MEMORY))
                .chain(first ->
                        first ? work.apply(db).call(answer -> table.answered(db, key, answer)) : table.read(db, key));
    }
}
