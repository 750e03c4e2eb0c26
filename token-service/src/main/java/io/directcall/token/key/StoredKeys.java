package io.directcall.token.key;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.hibernate.reactive.mutiny.Mutiny;

/** The signing key in the database. */
@ApplicationScoped
public class StoredKeys {
    /** The index allows one active key: of several replicas that start at once the first one's key stays, the others wait and read it. */
    private static final String INSERT = """
            insert into signing_keys (kid, private_jwk, created_at, active) values (:kid, :privateJwk, :createdAt, true)
            on conflict do nothing""";

    private final Mutiny.SessionFactory database;
    private final Clock clock = Clock.systemUTC();

    /** Built by the container. */
    public StoredKeys(Mutiny.SessionFactory database) {
        this.database = database;
    }

    /** The active key; {@code candidate} becomes it when there is none yet. */
    public Uni<StoredKey> activeOr(SigningKeyPair candidate) {
        return database.withTransaction(session -> insert(session, candidate).chain(inserted -> active(session)));
    }

    private Uni<Integer> insert(Mutiny.Session session, SigningKeyPair candidate) {
        return session.createNativeQuery(INSERT)
                .setParameter("kid", candidate.kid())
                .setParameter("privateJwk", candidate.privateJwk())
                .setParameter("createdAt", clock.instant())
                .executeUpdate();
    }

    private static Uni<StoredKey> active(Mutiny.Session session) {
        return session.createSelectionQuery("from StoredKey where active", StoredKey.class)
                .getSingleResult();
    }
}
