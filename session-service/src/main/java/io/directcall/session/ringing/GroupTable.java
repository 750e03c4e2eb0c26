package io.directcall.session.ringing;

import io.directcall.contracts.error.ErrorCode;
import io.directcall.service.error.ApiException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collections;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** Who is in which group. */
@ApplicationScoped
public class GroupTable {
    private static final String EXISTS = "select guid from groups where guid = :guid";
    private static final String MEMBERS = "select uid from group_members where guid = :guid order by nr";
    /** Locks the group also when it is there: whoever else changes it waits. */
    private static final String CREATE =
            "insert into groups (guid) values (:guid) on conflict (guid) do update set guid = excluded.guid";

    private static final String EMPTY = "delete from group_members where guid = :guid";
    private static final String DELETE = "delete from groups where guid = :guid";

    /** The members in the order in which they were named; fails with {@code ERR_GUID_NOT_FOUND}. */
    public Uni<List<String>> members(Mutiny.Session db, String guid) {
        return read(db, EXISTS, guid)
                .chain(found -> found.isEmpty() ? Uni.createFrom().failure(unknown()) : read(db, MEMBERS, guid));
    }

    /** Makes these the only members, and the group if there is none. */
    public Uni<Void> replace(Mutiny.Session db, String guid, List<String> uids) {
        return change(db, CREATE, guid)
                .chain(() -> change(db, EMPTY, guid))
                .chain(() -> uids.isEmpty() ? Uni.createFrom().voidItem() : insert(db, guid, uids));
    }

    /** Fails with {@code ERR_GUID_NOT_FOUND}. */
    public Uni<Void> delete(Mutiny.Session db, String guid) {
        return change(db, DELETE, guid)
                .chain(rows -> rows == 0
                        ? Uni.createFrom().failure(unknown())
                        : Uni.createFrom().voidItem());
    }

    /** Takes a user who was deleted out of all groups. */
    public Uni<Void> forget(Mutiny.Session db, String uid) {
        return db.createNativeQuery("delete from group_members where uid = :uid")
                .setParameter("uid", uid)
                .executeUpdate()
                .replaceWithVoid();
    }

    private static Uni<List<String>> read(Mutiny.Session db, String sql, String guid) {
        return db.createNativeQuery(sql, String.class)
                .setParameter("guid", guid)
                .getResultList();
    }

    private static Uni<Integer> change(Mutiny.Session db, String sql, String guid) {
        return db.createNativeQuery(sql).setParameter("guid", guid).executeUpdate();
    }

    private static Uni<Void> insert(Mutiny.Session db, String guid, List<String> uids) {
        var query = db.createNativeQuery("insert into group_members (guid, nr, uid) values "
                + String.join(", ", Collections.nCopies(uids.size(), "(?, ?, ?)")));
        for (int i = 0; i < uids.size(); i++) {
            query.setParameter(3 * i + 1, guid);
            query.setParameter(3 * i + 2, i + 1);
            query.setParameter(3 * i + 3, uids.get(i));
        }
        return query.executeUpdate().replaceWithVoid();
    }

    private static ApiException unknown() {
        return new ApiException(ErrorCode.ERR_GUID_NOT_FOUND);
    }
}
