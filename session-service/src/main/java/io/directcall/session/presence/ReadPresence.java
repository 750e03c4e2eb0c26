package io.directcall.session.presence;

import io.directcall.session.store.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * How far {@code presence-events} was handled. Replicas of events-service speak in each partition, and messages of a partition are handled
 * in order: all that they said of streams before a time is known when they were heard later in all partitions. What waits because Kafka,
 * the database or a replica of this service is away holds that time back.
 */
@ApplicationScoped
class ReadPresence {
    private static final String HANDLED = """
            insert into presence_read (partition, known_until) values (:partition, :at)
            on conflict (partition) do update set known_until = greatest(presence_read.known_until, excluded.known_until)""";

    private static final String KNOWN_UNTIL = "select min(known_until) from presence_read";

    private final Transactions transactions;

    ReadPresence(Transactions transactions) {
        this.transactions = transactions;
    }

    /** All that came before this time in the partition was handled. */
    Uni<Void> handled(int partition, Instant at) {
        return transactions
                .in(db -> db.createNativeQuery(HANDLED)
                        .setParameter("partition", partition)
                        .setParameter("at", at)
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Which streams opened until then is known; empty when no replica of events-service ever spoke. */
    Uni<Optional<Instant>> knownUntil() {
        return transactions
                .in(db ->
                        db.createNativeQuery(KNOWN_UNTIL, OffsetDateTime.class).getSingleResultOrNull())
                .map(time -> Optional.ofNullable(time).map(OffsetDateTime::toInstant));
    }
}
