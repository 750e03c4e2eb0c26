package io.directcall.session.ringing;

import io.directcall.contracts.error.ErrorCode;
import io.directcall.contracts.user.User;
import io.directcall.service.error.ApiException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.reactive.mutiny.Mutiny;

/** Reads the users of the installation, as far as they are known here by now. */
@ApplicationScoped
class UserTable {
    private static final String USER = "select uid, name, avatar from users where uid = :uid";

    /** @return fails with {@code ERR_UID_NOT_FOUND} */
    Uni<User> require(Mutiny.Session db, String uid) {
        return db.createNativeQuery(USER, Object[].class)
                .setParameter("uid", uid)
                .getSingleResultOrNull()
                .onItem()
                .ifNull()
                .failWith(() -> new ApiException(
                        ErrorCode.ERR_UID_NOT_FOUND, "There is no user with the uid '" + uid + "'. Create it first."))
                .map(row -> new User((String) row[0], (String) row[1], (String) row[2]));
    }
}
