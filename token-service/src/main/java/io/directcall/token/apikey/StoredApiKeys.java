package io.directcall.token.apikey;

import io.directcall.contracts.audit.AuditActor;
import io.directcall.contracts.audit.AuditEvent;
import io.directcall.contracts.error.ErrorCode;
import io.directcall.contracts.topic.Topic;
import io.directcall.outbox.OutboxMessage;
import io.directcall.service.PageRequest;
import io.directcall.service.audit.AuditLog;
import io.directcall.service.error.ApiException;
import io.directcall.token.topic.Announcer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** The API keys in the database. Each method is one transaction; what it changes is announced to all services with it. */
@ApplicationScoped
public class StoredApiKeys {
    private static final String REVOKE = """
            update api_keys set revoked_at = :now where id = :id and revoked_at is null
            returning encode(hash, 'hex')""";

    private static final String TAKE_UNPUBLISHED = """
            update api_keys set published = true
            where id in (
                select id from api_keys where not published and revoked_at is null
                order by id limit 200 for update skip locked)
            returning *""";

    private final Mutiny.SessionFactory database;
    private final Announcer announcer;
    private final Clock clock = Clock.systemUTC();

    /** Built by the container. */
    public StoredApiKeys(Mutiny.SessionFactory database, Announcer announcer) {
        this.database = database;
        this.announcer = announcer;
    }

    /** Stores a new key. */
    public Uni<StoredApiKey> create(NewApiKey wanted, ApiKeySecret secret, AuditActor by) {
        StoredApiKey key = new StoredApiKey(secret, wanted, clock.instant());
        AuditEvent made =
                new AuditEvent.ApiKeyMade(clock.instant(), by, key.view().id(), wanted.scope());
        return database.withTransaction(session -> session.persist(key)
                        .call(session::flush)
                        .chain(() ->
                                announcer.announce(session, List.of(key.announcement(), OutboxMessage.audit(made)))))
                .invoke(() -> AuditLog.write(made))
                .replaceWith(key);
    }

    /** How many keys are valid. */
    public Uni<Long> count() {
        return database.withSession(session -> session.createSelectionQuery(
                        "select count(*) from StoredApiKey where revokedAt is null", Long.class)
                .getSingleResult());
    }

    /** The valid keys of a page, the newest first. */
    public Uni<List<StoredApiKey>> list(PageRequest page) {
        return database.withSession(session -> session.createSelectionQuery(
                        "from StoredApiKey where revokedAt is null order by createdAt desc, id", StoredApiKey.class)
                .setFirstResult(page.offset())
                .setMaxResults(page.perPage())
                .getResultList());
    }

    /** Fails with {@code ERR_API_KEY_NOT_FOUND} when there is none with this id, or it was revoked before. */
    public Uni<Void> revoke(UUID id, AuditActor by) {
        AuditEvent revoked = new AuditEvent.ApiKeyRevoked(clock.instant(), by, id.toString());
        return database.withTransaction(session -> session.createNativeQuery(REVOKE, String.class)
                        .setParameter("now", clock.instant())
                        .setParameter("id", id)
                        .getSingleResultOrNull()
                        .onItem()
                        .ifNull()
                        .failWith(() -> new ApiException(ErrorCode.ERR_API_KEY_NOT_FOUND))
                        .chain(hash -> announcer.announce(
                                session,
                                List.of(OutboxMessage.tombstone(Topic.API_KEYS, hash), OutboxMessage.audit(revoked)))))
                .invoke(() -> AuditLog.write(revoked));
    }

    /** Publishes some keys that never were, in one transaction; says how many. */
    public Uni<Integer> publishSome() {
        return database.withTransaction(session -> session.createNativeQuery(TAKE_UNPUBLISHED, StoredApiKey.class)
                .getResultList()
                .call(keys -> announcer.announce(
                        session, keys.stream().map(StoredApiKey::announcement).toList()))
                .map(List::size));
    }
}
