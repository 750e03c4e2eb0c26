package io.directcall.session.rules;

import io.directcall.contracts.session.Participant;

/**
 * A participant who is in the session, with what is known about its connections.
 *
 * @param joinSeq number of the event that it joined with; the order of joining
 */
public record Member(Participant participant, Presence presence, long joinSeq) {
    /** The participant's id. */
    public String id() {
        return participant.participantId();
    }

    Member with(Participant changed) {
        return new Member(changed, presence, joinSeq);
    }

    Member with(Presence changed) {
        return new Member(participant, changed, joinSeq);
    }
}
