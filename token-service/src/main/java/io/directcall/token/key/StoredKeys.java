package io.directcall.token.key;

import io.directcall.contracts.audit.AuditActor;
import io.directcall.contracts.audit.AuditEvent;
import io.directcall.outbox.OutboxMessage;
import io.directcall.service.audit.AuditLog;
import io.directcall.token.topic.Announcer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** The signing keys in the database. */
@ApplicationScoped
public class StoredKeys {
    /** Of several replicas that make the next key at once the first one's stays; the others find it when they read. */
    private static final String INSERT = """
            insert into signing_keys (kid, encrypted_jwk, generation, created_at, signs_from)
            values (:kid, :encryptedJwk, :generation, :createdAt, :signsFrom)
            on conflict do nothing""";

    private final Mutiny.SessionFactory database;
    private final KeyEncryption encryption;
    private final Announcer announcer;

    /** Built by the container. */
    public StoredKeys(Mutiny.SessionFactory database, KeysConfig config, Announcer announcer) {
        this.database = database;
        this.announcer = announcer;
        this.encryption = new KeyEncryption(config.secrets());
    }

    /** All, the oldest first. */
    public Uni<List<TimedKey>> all() {
        return database.withTransaction(
                session -> session.createSelectionQuery("from StoredKey order by generation", StoredKey.class)
                        .getResultList()
                        .map(rows -> rows.stream().map(this::open).toList()));
    }

    private TimedKey open(StoredKey row) {
        if (row.isClear()) {
            SigningKeyPair pair = SigningKeyPair.parse(row.encryptedJwk());
            row.encryptedJwk(encryption.encrypt(pair));
            return new TimedKey(row.times(), pair);
        }
        return new TimedKey(row.times(), encryption.decrypt(row.encryptedJwk()));
    }

    /** Adds a key unless there is one of its generation. */
    public Uni<Void> add(TimedKey key, AuditActor by) {
        KeyTimes times = key.times();
        AuditEvent made = new AuditEvent.SigningKeyMade(times.createdAt(), by, times.kid(), times.signsFrom());
        return database.withTransaction(session -> session.createNativeQuery(INSERT)
                        .setParameter("kid", times.kid())
                        .setParameter("encryptedJwk", encryption.encrypt(key.pair()))
                        .setParameter("generation", times.generation())
                        .setParameter("createdAt", times.createdAt())
                        .setParameter("signsFrom", times.signsFrom())
                        .executeUpdate()
                        .map(rows -> rows == 0 ? List.<AuditEvent>of() : List.of(made))
                        .call(done -> announcer.announce(
                                session, done.stream().map(OutboxMessage::audit).toList())))
                .invoke(done -> done.forEach(AuditLog::write))
                .replaceWithVoid();
    }

    /** Forgets a key. */
    public Uni<Void> remove(String kid) {
        return database.withTransaction(session -> session.createMutationQuery("delete StoredKey where kid = :kid")
                .setParameter("kid", kid)
                .executeUpdate()
                .replaceWithVoid());
    }
}
