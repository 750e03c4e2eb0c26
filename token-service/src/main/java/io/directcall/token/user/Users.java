package io.directcall.token.user;

import io.directcall.contracts.error.ErrorCode;
import io.directcall.service.PageRequest;
import io.directcall.service.error.ApiException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.reactive.mutiny.Mutiny;

/** The users in the database. Each method is one transaction. */
@ApplicationScoped
public class Users {
    private final Mutiny.SessionFactory database;
    private final Clock clock = Clock.systemUTC();

    /** Built by the container. */
    public Users(Mutiny.SessionFactory database) {
        this.database = database;
    }

    /** Fails with {@code ERR_UID_ALREADY_EXISTS} when the uid is taken. */
    public Uni<User> create(NewUser wanted) {
        User user = new User(wanted.uid(), wanted.name(), wanted.avatar(), clock.instant());
        return database.withTransaction(session -> session.persist(user).call(session::flush))
                .onFailure(ConstraintViolationException.class)
                .transform(taken -> new ApiException(ErrorCode.ERR_UID_ALREADY_EXISTS))
                .replaceWith(user);
    }

    /** Fails with {@code ERR_UID_NOT_FOUND} when there is none. */
    public Uni<User> get(String uid) {
        return database.withSession(session -> find(session, uid));
    }

    /** Fails with {@code ERR_UID_NOT_FOUND} when there is none. */
    public Uni<User> change(String uid, ChangedUser wanted) {
        return database.withTransaction(session ->
                find(session, uid).invoke(user -> user.change(wanted.name(), wanted.avatar(), clock.instant())));
    }

    /** Removes the user; the database removes the auth tokens with it. Fails with {@code ERR_UID_NOT_FOUND} when there is none. */
    public Uni<Void> delete(String uid) {
        return database.withTransaction(session -> session.createMutationQuery("delete from User where uid = :uid")
                        .setParameter("uid", uid)
                        .executeUpdate())
                .invoke(Users::requireOne)
                .replaceWithVoid();
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

    private static Uni<User> find(Mutiny.Session session, String uid) {
        return session.find(User.class, uid).onItem().ifNull().failWith(Users::unknown);
    }

    private static void requireOne(int deleted) {
        if (deleted == 0) {
            throw unknown();
        }
    }

    private static ApiException unknown() {
        return new ApiException(ErrorCode.ERR_UID_NOT_FOUND);
    }
}
