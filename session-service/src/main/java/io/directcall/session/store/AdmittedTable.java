package io.directcall.session.store;

import io.directcall.contracts.token.TokenIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.hibernate.reactive.mutiny.Mutiny;

/** Finds who is in a session by the call token that let it in. */
@ApplicationScoped
public class AdmittedTable {
    /** Neither a uid nor the id of a token has a comma. */
    private static final String FIND = """
            select * from participants
            where uid = any(string_to_array(:uids, ',')) or token_id = any(string_to_array(:tokens, ','))""";

    /** A participant and what its token can be revoked by. */
    public record Admitted(String participantId, TokenIdentity token) {}

    /** All participants of these users, and all that these tokens let in. */
    public Uni<List<Admitted>> find(Mutiny.Session db, Set<String> uids, Set<String> tokenIds) {
        return db.createNativeQuery(FIND, ParticipantRow.class)
                .setParameter("uids", String.join(",", uids))
                .setParameter("tokens", String.join(",", tokenIds))
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new Admitted(row.id(), row.token()))
                        .toList());
    }
}
