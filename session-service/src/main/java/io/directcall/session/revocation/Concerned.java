package io.directcall.session.revocation;

import io.directcall.contracts.token.Revocation;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Whom revocations may concern. */
record Concerned(Set<String> uids, Set<String> tokenIds) {

    static Concerned by(Collection<Revocation> revocations) {
        var concerned = new Concerned(new HashSet<>(), new HashSet<>());
        revocations.forEach(concerned::add);
        return concerned;
    }

    private void add(Revocation revocation) {
        switch (revocation) {
            case Revocation.OfToken token -> tokenIds.add(token.tokenId());
            case Revocation.OfUser user -> uids.add(user.uid());
            case Revocation.OfUserInSession user -> uids.add(user.uid());
            case Revocation.Ban ban -> uids.add(ban.uid());
        }
    }
}
