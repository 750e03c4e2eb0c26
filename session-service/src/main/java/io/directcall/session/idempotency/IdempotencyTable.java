package io.directcall.session.idempotency;

import io.directcall.contracts.error.ErrorCode;
import io.directcall.service.error.ApiException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** Answers that were given. */
@ApplicationScoped
class IdempotencyTable {
    /** Waits for a transaction that has claimed the same key, until it is known whether that one commits. An old answer is forgotten. */
    private static final String CLAIM = """
            insert into idempotency_keys (request, fingerprint, created_at) values (:request, :fingerprint, :now)
            on conflict (request) do update set fingerprint = excluded.fingerprint, status = null, body = null,
                created_at = excluded.created_at
            where idempotency_keys.created_at < :oldest""";

    private static final String ANSWERED =
            "update idempotency_keys set status = :status, body = :body where request = :request";
    private static final String READ =
            "select fingerprint, status, body from idempotency_keys where request = :request";

    /** Locked rows are left to whoever locked them: another replica's sweep, or a request that takes its key anew. */
    private static final String SWEEP = """
            delete from idempotency_keys where request in (
                select request from idempotency_keys where created_at < :oldest order by created_at limit :batch
                for update skip locked)""";

    /** Whether this is the first request with this key. */
    Uni<Boolean> claim(Mutiny.Session db, RequestKey key, Instant now, Instant oldest) {
        return db.createNativeQuery(CLAIM)
                .setParameter("request", key.request())
                .setParameter("fingerprint", key.fingerprint())
                .setParameter("now", now)
                .setParameter("oldest", oldest)
                .executeUpdate()
                .map(rows -> rows == 1);
    }

    Uni<Void> answered(Mutiny.Session db, RequestKey key, Answer answer) {
        return db.createNativeQuery(ANSWERED)
                .setParameter("request", key.request())
                .setParameter("status", answer.status())
                .setParameter("body", answer.body())
                .executeUpdate()
                .replaceWithVoid();
    }

    /** The answer that was given before. Fails with {@code ERR_IDEMPOTENCY_KEY_REUSED} when it was given to another body. */
    Uni<Answer> read(Mutiny.Session db, RequestKey key) {
        return db.createNativeQuery(READ, Object[].class)
                .setParameter("request", key.request())
                .getSingleResult()
                .map(row -> answer(key, row));
    }

    private static Answer answer(RequestKey key, Object[] row) {
        if (!key.fingerprint().equals(row[0])) {
            throw new ApiException(ErrorCode.ERR_IDEMPOTENCY_KEY_REUSED);
        }
        return new Answer((Integer) row[1], (String) row[2], Optional.empty());
    }

    /** Forgets answers that are older, at most {@code batch} of them; says how many there were. */
    Uni<Integer> sweep(Mutiny.Session db, Instant oldest, int batch) {
        return db.createNativeQuery(SWEEP)
                .setParameter("oldest", oldest)
                .setParameter("batch", batch)
                .executeUpdate();
    }
}
