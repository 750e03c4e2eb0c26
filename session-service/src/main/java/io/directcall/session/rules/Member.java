package io.directcall.session.rules;

import io.directcall.contracts.session.Participant;
import java.time.Duration;

/**
 * A participant who is in the session, with what is known about its connections.
 *
 * @param joinSeq number of the event that it joined with; the order of joining
 * @param idlePeriod how long it may be alone in the session
 * @param admission what let it in
 */
public record Member(
        Participant participant, Presence presence, long joinSeq, Duration idlePeriod, Admission admission) {
    /** The participant's id. */
    public String id() {
        return participant.participantId();
    }

    String uid() {
        return participant.uid();
    }

    Member with(Participant changed) {
        return new Member(changed, presence, joinSeq, idlePeriod, admission);
    }

    Member with(Presence changed) {
        return new Member(participant, changed, joinSeq, idlePeriod, admission);
    }
}
