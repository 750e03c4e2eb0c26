package io.directcall.session.history.users;

import io.directcall.contracts.user.User;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.reactive.mutiny.Mutiny;

/** The users of the installation as token-service knows them: names for those who are called. */
@ApplicationScoped
class UsersTable {
    private static final String STORE = """
            insert into users (uid, name, avatar) values (:uid, :name, cast(:avatar as text))
            on conflict (uid) do update set name = excluded.name, avatar = excluded.avatar
            """;

    Uni<Void> store(Mutiny.Session db, User user) {
        return db.createNativeQuery(STORE)
                .setParameter("uid", user.uid())
                .setParameter("name", user.name())
                .setParameter("avatar", user.avatar())
                .executeUpdate()
                .replaceWithVoid();
    }

    Uni<Void> remove(Mutiny.Session db, String uid) {
        return db.createNativeQuery("delete from users where uid = :uid")
                .setParameter("uid", uid)
                .executeUpdate()
                .replaceWithVoid();
    }
}
