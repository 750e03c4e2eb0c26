package io.directcall.token.user;

import io.directcall.contracts.audit.AuditActor;
import io.directcall.contracts.audit.AuditEvent;
import io.directcall.contracts.error.ErrorCode;
import io.directcall.contracts.topic.Topic;
import io.directcall.outbox.OutboxMessage;
import io.directcall.service.PageRequest;
import io.directcall.service.audit.AuditLog;
import io.directcall.service.error.ApiException;
import io.directcall.token.revocation.RevocationTable;
import io.directcall.token.topic.Announcer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.hibernate.LockMode;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.reactive.mutiny.Mutiny;

/** The users in the database. Each method is one transaction; what it changes is announced to the other services with it. */
@ApplicationScoped
public class Users {
    /**
     * Keeps new tokens of the user away until the transaction ends: their foreign key needs a lock that this one excludes. A weaker lock
     * would let a token come in between that the database removes with the user and nobody tells of.
     */
    private static final String LOCK = "select uid from users where uid = :uid for update";

    private static final String REVOKE = "delete from auth_tokens where uid = :uid returning encode(hash, 'hex')";

    private static final String TAKE_UNPUBLISHED = """
            update users set published = true
            where uid in (select uid from users where not published order by uid limit 200 for update skip locked)
            returning *""";

    private final Mutiny.SessionFactory database;
    private final Announcer announcer;
    private final RevocationTable revocations;
    private final Clock clock = Clock.systemUTC();

    /** Built by the container. */
    public Users(Mutiny.SessionFactory database, Announcer announcer, RevocationTable revocations) {
        this.database = database;
        this.announcer = announcer;
        this.revocations = revocations;
    }

    /** Fails with {@code ERR_UID_ALREADY_EXISTS} when the uid is taken. */
    public Uni<User> create(NewUser wanted) {
        User user = new User(wanted.uid(), wanted.name(), wanted.avatar(), clock.instant());
        return database.withTransaction(session -> session.persist(user)
                        .call(session::flush)
                        .chain(() -> announcer.announce(session, List.of(user.announcement()))))
                .onFailure(ConstraintViolationException.class)
                .transform(taken -> new ApiException(ErrorCode.ERR_UID_ALREADY_EXISTS))
                .replaceWith(user);
    }

    /** Fails with {@code ERR_UID_NOT_FOUND} when there is none. */
    public Uni<User> get(String uid) {
        return database.withSession(session -> session.find(User.class, uid))
                .onItem()
                .ifNull()
                .failWith(Users::unknown);
    }

    /** Fails with {@code ERR_UID_NOT_FOUND} when there is none. */
    public Uni<User> change(String uid, ChangedUser wanted) {
        return database.withTransaction(session -> session.find(User.class, uid, LockMode.PESSIMISTIC_WRITE)
                .onItem()
                .ifNull()
                .failWith(Users::unknown)
                .invoke(user -> user.change(wanted.name(), wanted.avatar(), clock.instant()))
                .call(user -> announcer.announce(session, List.of(user.announcement()))));
    }

    /** Removes the user and its auth tokens, and revokes its call tokens. Fails with {@code ERR_UID_NOT_FOUND} when there is none. */
    public Uni<Void> delete(String uid, AuditActor by) {
        AuditEvent deleted = new AuditEvent.UserDeleted(clock.instant(), by, uid);
        return database.withTransaction(session -> lock(session, uid)
                        .chain(() -> revokeTokens(session, uid))
                        .chain(() -> revocations.revokeAllOf(session, uid))
                        .chain(() -> session.createMutationQuery("delete from User where uid = :uid")
                                .setParameter("uid", uid)
                                .executeUpdate())
                        .chain(() -> announcer.announce(
                                session,
                                List.of(OutboxMessage.tombstone(Topic.USERS, uid), OutboxMessage.audit(deleted)))))
                .invoke(() -> AuditLog.write(deleted));
    }

    private static Uni<Void> lock(Mutiny.Session session, String uid) {
        return session.createNativeQuery(LOCK, String.class)
                .setParameter("uid", uid)
                .getSingleResultOrNull()
                .onItem()
                .ifNull()
                .failWith(Users::unknown)
                .replaceWithVoid();
    }

    private Uni<Void> revokeTokens(Mutiny.Session session, String uid) {
        return session.createNativeQuery(REVOKE, String.class)
                .setParameter("uid", uid)
                .getResultList()
                .chain(hashes -> announcer.announceRevoked(session, hashes));
    }

    /** Publishes some users that never were, in one transaction; says how many. */
    public Uni<Integer> publishSome() {
        return database.withTransaction(session -> session.createNativeQuery(TAKE_UNPUBLISHED, User.class)
                .getResultList()
                .call(users -> announcer.announce(
                        session, users.stream().map(User::announcement).toList()))
                .map(List::size));
    }

    /** How many users there are. */
    public Uni<Long> count() {
        return database.withSession(session -> session.createSelectionQuery("select count(*) from User", Long.class)
                .getSingleResult());
    }

    /** The users of a page, by uid. */
    public Uni<List<User>> list(PageRequest page) {
        return database.withSession(session -> session.createSelectionQuery("from User order by uid", User.class)
                .setFirstResult(page.offset())
                .setMaxResults(page.perPage())
                .getResultList());
    }

    private static ApiException unknown() {
        return new ApiException(ErrorCode.ERR_UID_NOT_FOUND);
    }
}
