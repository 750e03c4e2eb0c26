package io.directcall.token.revocation;

import io.directcall.contracts.audit.AuditActor;
import io.directcall.contracts.audit.AuditEvent;
import io.directcall.contracts.error.ErrorCode;
import io.directcall.contracts.token.Revocation;
import io.directcall.contracts.topic.Topic;
import io.directcall.outbox.OutboxMessage;
import io.directcall.service.PageRequest;
import io.directcall.service.audit.AuditLog;
import io.directcall.service.error.ApiException;
import io.directcall.token.topic.Announcer;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** The revocations in the database. What a transaction changes is announced to the other services with it. */
@ApplicationScoped
public class RevocationTable {
    /** Kicks are heard of more than once, and in any order with what others revoke: of each key the newest stays. */
    private static final String REVOKE = """
            insert into revocations (topic_key, token_id, uid, session_id, ban, revoked_at, expires_at)
            values (:key, cast(:tokenId as text), cast(:uid as text), cast(:sessionId as text), :ban, :at,
                cast(:expiresAt as timestamptz))
            on conflict (topic_key) do update
                set revoked_at = excluded.revoked_at, expires_at = excluded.expires_at, lifted = false
                where excluded.revoked_at > revocations.revoked_at
            returning *""";

    private static final String LIFT = """
            update revocations set lifted = true, expires_at = :until where topic_key = :key and not lifted
            returning *""";

    private static final String FORGET = """
            delete from revocations where topic_key in (
                select topic_key from revocations where expires_at < :now order by topic_key limit 1000
                for update skip locked)
            returning topic_key""";

    private static final String TAKE_UNPUBLISHED = """
            update revocations set published = true where topic_key in (
                select topic_key from revocations where not published order by topic_key limit 200
                for update skip locked)
            returning *""";

    private static final String IN_FORCE =
            "from StoredRevocation where not lifted and (expiresAt is null or expiresAt > :now)";

    private final Mutiny.SessionFactory database;
    private final Announcer announcer;
    private final InstantSource clock = InstantSource.system();

    /** Built by the container. */
    public RevocationTable(Mutiny.SessionFactory database, Announcer announcer) {
        this.database = database;
        this.announcer = announcer;
    }

    /** Revokes what is asked for, and says what that was. */
    public Uni<List<Revocation>> revoke(NewRevocation wanted, AuditActor by) {
        Instant now = clock.instant();
        List<Revocation> revocations = RevocationRules.asked(wanted, now);
        var revoked =
                new AuditEvent.CallTokensRevoked(now, by, wanted.jti(), wanted.uid(), wanted.sessionId(), wanted.ban());
        return database.withTransaction(session -> revoke(session, revocations).chain(() -> audit(session, revoked)))
                .invoke(() -> AuditLog.write(revoked))
                .replaceWith(revocations);
    }

    private Uni<Void> audit(Mutiny.Session session, AuditEvent event) {
        return announcer.announce(session, List.of(OutboxMessage.audit(event)));
    }

    /** Stores and announces revocations, in one transaction; those that are over, or that newer ones replaced, change nothing. */
    Uni<Void> revoke(List<Revocation> revocations) {
        return database.withTransaction(session -> revoke(session, revocations));
    }

    /** Revokes all call tokens of a user, in the caller's transaction. */
    public Uni<Void> revokeAllOf(Mutiny.Session session, String uid) {
        return revoke(session, List.of(RevocationRules.ofUser(uid, clock.instant())));
    }

    private Uni<Void> revoke(Mutiny.Session session, List<Revocation> revocations) {
        Instant now = clock.instant();
        return Multi.createFrom()
                .iterable(revocations)
                .filter(one -> one.expiresAt() == null || one.expiresAt().isAfter(now))
                .onItem()
                .transformToUniAndConcatenate(one -> RevocationColumns.of(one)
                        .set(session.createNativeQuery(REVOKE, StoredRevocation.class))
                        .getResultList()
                        .call(stored -> announce(session, stored))
                        .chain(stored -> notify(session, stored, now)))
                .collect()
                .last();
    }

    private Uni<Void> announce(Mutiny.Session session, List<StoredRevocation> stored) {
        return announcer.announce(
                session, stored.stream().map(StoredRevocation::announcement).toList());
    }

    private Uni<Void> notify(Mutiny.Session session, List<StoredRevocation> stored, Instant now) {
        return announcer.announce(
                session,
                stored.stream().flatMap(one -> one.notice(now).stream()).toList());
    }

    /** Ends a ban; tokens from before it stay revoked. Fails with {@code ERR_BAN_NOT_FOUND} when there is none. */
    public Uni<Void> lift(String uid, String sessionId, AuditActor by) {
        Instant now = clock.instant();
        var told = new AuditEvent.BanLifted(now, by, uid, sessionId);
        return database.withTransaction(session -> session.createNativeQuery(LIFT, StoredRevocation.class)
                        .setParameter("key", Revocation.Ban.key(uid, sessionId))
                        .setParameter("until", now.plus(RevocationRules.KEPT))
                        .getResultList()
                        .invoke(RevocationTable::requireSome)
                        .call(lifted -> announce(session, lifted))
                        .chain(lifted -> notify(session, lifted, now))
                        .chain(() -> audit(session, told)))
                .invoke(() -> AuditLog.write(told));
    }

    private static void requireSome(List<StoredRevocation> lifted) {
        if (lifted.isEmpty()) {
            throw new ApiException(ErrorCode.ERR_BAN_NOT_FOUND);
        }
    }

    /** Forgets some whose tokens have all expired, in one transaction. */
    Uni<Void> forgetOver() {
        return database.withTransaction(session -> session.createNativeQuery(FORGET, String.class)
                .setParameter("now", clock.instant())
                .getResultList()
                .chain(keys -> announcer.announce(
                        session,
                        keys.stream()
                                .map(key -> OutboxMessage.tombstone(Topic.REVOCATIONS, key))
                                .toList())));
    }

    /** Publishes some that are marked as unpublished, in one transaction; says how many. */
    public Uni<Integer> publishSome() {
        return database.withTransaction(session -> session.createNativeQuery(TAKE_UNPUBLISHED, StoredRevocation.class)
                .getResultList()
                .call(stored -> announce(session, stored))
                .map(List::size));
    }

    /** How many are in force. */
    public Uni<Long> count() {
        return database.withSession(session -> session.createSelectionQuery("select count(*) " + IN_FORCE, Long.class)
                .setParameter("now", clock.instant())
                .getSingleResult());
    }

    /** Those in force of a page, the newest first. */
    public Uni<List<Revocation>> list(PageRequest page) {
        return database.withSession(session -> session.createSelectionQuery(
                                IN_FORCE + " order by revokedAt desc, topicKey", StoredRevocation.class)
                        .setParameter("now", clock.instant())
                        .setFirstResult(page.offset())
                        .setMaxResults(page.perPage())
                        .getResultList())
                .map(rows -> rows.stream().map(StoredRevocation::revocation).toList());
    }
}
