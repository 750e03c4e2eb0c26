package io.directcall.token.auth;

import io.directcall.contracts.audit.AuditActor;
import io.directcall.contracts.audit.AuditEvent;
import io.directcall.contracts.audit.AuditEvent.AuthTokenRevoked;
import io.directcall.contracts.error.ErrorCode;
import io.directcall.outbox.OutboxMessage;
import io.directcall.service.PageRequest;
import io.directcall.service.audit.AuditLog;
import io.directcall.service.error.ApiException;
import io.directcall.token.topic.Announcer;
import io.directcall.token.user.User;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.reactive.mutiny.Mutiny;

/** The auth tokens in the database. Each method is one transaction; what it changes is announced to the other services with it. */
@ApplicationScoped
public class AuthTokens {
    /** Plain SQL, as it is asked for every call token: by way of entities it took almost half of the processor time of such a request. */
    private static final String OWNER = """
            select u.uid, u.name, u.avatar, u.created_at, u.updated_at
            from auth_tokens t join users u on u.uid = t.uid where t.hash = $1""";

    private static final String REVOKE = """
            delete from auth_tokens where uid = :uid and (hash = :hash or prefix = :prefix)
            returning encode(hash, 'hex')""";

    private static final String REVOKE_ALL = "delete from auth_tokens where uid = :uid returning encode(hash, 'hex')";

    private static final String TAKE_UNPUBLISHED = """
            update auth_tokens set published = true
            where hash in (select hash from auth_tokens where not published order by hash limit 200 for update skip locked)
            returning *""";

    private final Mutiny.SessionFactory database;
    private final Pool pool;
    private final Announcer announcer;
    private final Clock clock = Clock.systemUTC();

    /** Built by the container. */
    public AuthTokens(Mutiny.SessionFactory database, Pool pool, Announcer announcer) {
        this.database = database;
        this.pool = pool;
        this.announcer = announcer;
    }

    /** Stores a new token. Fails with {@code ERR_UID_NOT_FOUND} when there is no such user. */
    public Uni<AuthToken> create(String uid, AuthTokenSecret secret, AuditActor by) {
        AuthToken token = new AuthToken(secret, uid, clock.instant());
        AuditEvent issued = new AuditEvent.AuthTokenIssued(
                clock.instant(), by, uid, HexFormat.of().formatHex(secret.hash()));
        return database.withTransaction(session -> session.persist(token)
                        .call(session::flush)
                        .chain(() -> announcer.announce(
                                session, List.of(token.announcement(), OutboxMessage.audit(issued)))))
                .invoke(() -> AuditLog.write(issued))
                .onFailure(ConstraintViolationException.class)
                .transform(noSuchUser -> new ApiException(ErrorCode.ERR_UID_NOT_FOUND))
                .replaceWith(token);
    }

    /** The user whose token it is. Fails with {@code AUTH_ERR_AUTH_TOKEN_NOT_FOUND} when it is nobody's. */
    public Uni<User> owner(AuthTokenSecret secret) {
        if (!secret.plausible()) {
            return Uni.createFrom().failure(new ApiException(ErrorCode.AUTH_ERR_AUTH_TOKEN_NOT_FOUND));
        }
        return pool.preparedQuery(OWNER)
                .mapping(AuthTokens::user)
                .execute(Tuple.of(Buffer.buffer(secret.hash())))
                .map(found -> found.iterator().hasNext() ? found.iterator().next() : null)
                .onItem()
                .ifNull()
                .failWith(() -> new ApiException(ErrorCode.AUTH_ERR_AUTH_TOKEN_NOT_FOUND));
    }

    private static User user(Row row) {
        return new User(
                row.getString("uid"),
                row.getString("name"),
                row.getString("avatar"),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getOffsetDateTime("updated_at").toInstant());
    }

    /** How many tokens the user has. */
    public Uni<Long> count(String uid) {
        return database.withSession(
                session -> session.createSelectionQuery("select count(*) from AuthToken where uid = :uid", Long.class)
                        .setParameter("uid", uid)
                        .getSingleResult());
    }

    /** The user's tokens of a page, the newest first. */
    public Uni<List<AuthToken>> list(String uid, PageRequest page) {
        return database.withSession(session -> session.createSelectionQuery(
                        "from AuthToken where uid = :uid order by createdAt desc, prefix", AuthToken.class)
                .setParameter("uid", uid)
                .setFirstResult(page.offset())
                .setMaxResults(page.perPage())
                .getResultList());
    }

    /** The token, named whole or by its prefix. Fails with {@code ERR_AUTH_TOKEN_NOT_FOUND} when the user has no such token. */
    public Uni<AuthToken> get(String uid, String named) {
        return database.withSession(session -> session.createSelectionQuery(
                                "from AuthToken where uid = :uid and (hash = :hash or prefix = :prefix)",
                                AuthToken.class)
                        .setParameter("uid", uid)
                        .setParameter("hash", new AuthTokenSecret(named).hash())
                        .setParameter("prefix", prefixOf(named))
                        .setMaxResults(1)
                        .getSingleResultOrNull())
                .onItem()
                .ifNull()
                .failWith(AuthTokens::unknown);
    }

    /** Revokes a token, named whole or by its prefix. Fails with {@code ERR_AUTH_TOKEN_NOT_FOUND} when the user has no such token. */
    public Uni<Void> revoke(String uid, String named, AuditActor by) {
        return database.withTransaction(session -> session.createNativeQuery(REVOKE, String.class)
                        .setParameter("uid", uid)
                        .setParameter("hash", new AuthTokenSecret(named).hash())
                        .setParameter("prefix", prefixOf(named))
                        .getResultList()
                        .invoke(AuthTokens::requireSome)
                        .chain(hashes -> announceRevoked(session, uid, hashes, by)))
                .invoke(revoked -> revoked.forEach(AuditLog::write))
                .replaceWithVoid();
    }

    /** Revokes all tokens of the user and says how many there were. */
    public Uni<Integer> revokeAll(String uid, AuditActor by) {
        return database.withTransaction(session -> session.createNativeQuery(REVOKE_ALL, String.class)
                        .setParameter("uid", uid)
                        .getResultList()
                        .chain(hashes -> announceRevoked(session, uid, hashes, by)))
                .invoke(revoked -> revoked.forEach(AuditLog::write))
                .map(List::size);
    }

    private Uni<List<AuthTokenRevoked>> announceRevoked(
            Mutiny.Session session, String uid, List<String> hashes, AuditActor by) {
        Instant now = clock.instant();
        List<AuthTokenRevoked> revoked = hashes.stream()
                .map(hash -> new AuthTokenRevoked(now, by, uid, hash))
                .toList();
        return announcer
                .announceRevoked(session, hashes)
                .chain(() -> announcer.announce(
                        session, revoked.stream().map(OutboxMessage::audit).toList()))
                .replaceWith(revoked);
    }

    /** Publishes some tokens that never were, in one transaction; says how many. */
    public Uni<Integer> publishSome() {
        return database.withTransaction(session -> session.createNativeQuery(TAKE_UNPUBLISHED, AuthToken.class)
                .getResultList()
                .call(tokens -> announcer.announce(
                        session, tokens.stream().map(AuthToken::announcement).toList()))
                .map(List::size));
    }

    private static String prefixOf(String named) {
        return AuthTokenSecret.isPrefix(named) ? named : "";
    }

    private static void requireSome(List<String> revoked) {
        if (revoked.isEmpty()) {
            throw unknown();
        }
    }

    private static ApiException unknown() {
        return new ApiException(ErrorCode.ERR_AUTH_TOKEN_NOT_FOUND);
    }
}
