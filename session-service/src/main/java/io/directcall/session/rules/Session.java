package io.directcall.session.rules;

import io.directcall.contracts.session.Participant;
import java.util.List;
import java.util.Optional;

/**
 * A session as it is now. Immutable.
 *
 * @param id named by the application
 * @param life where it stands; members are in it only while it is active
 * @param seq number of its last event, 0 before the first
 * @param mediaSeq number of the last media event that changed it
 * @param members in the order of joining
 */
public record Session(String id, Life life, long seq, long mediaSeq, List<Member> members) {
    public Session {
        members = List.copyOf(members);
    }

    /** A session that nobody has joined. */
    public static Session notStarted(String id) {
        return new Session(id, new Life.NotStarted(), 0, 0, List.of());
    }

    /** The member with this participant id. */
    public Optional<Member> member(String participantId) {
        return members.stream()
                .filter(member -> member.id().equals(participantId))
                .findFirst();
    }

    /** The user's participant, the one that joined first when it has several. */
    Optional<Participant> participantOf(String uid) {
        return members.stream()
                .map(Member::participant)
                .filter(participant -> participant.uid().equals(uid))
                .findFirst();
    }
}
