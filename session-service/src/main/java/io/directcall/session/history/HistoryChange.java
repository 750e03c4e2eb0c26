package io.directcall.session.history;

import io.directcall.contracts.session.CallType;
import io.directcall.contracts.session.Participant;
import io.directcall.contracts.user.CallStatus;
import io.directcall.session.rules.Invitation;
import java.time.Instant;
import java.util.List;

/** What is to be written down. All but the two beginnings concern the newest call of the session. */
sealed interface HistoryChange {
    /** A call was placed by ringing. */
    record Placed(Invitation invitation, CallType type) implements HistoryChange {}

    /** A session began without ringing. */
    record MeetingBegan(CallType type, String initiator, Instant at) implements HistoryChange {}

    /** These of the users who are called have, or are in, this state now. */
    record Answered(List<String> uids, CallStatus state) implements HistoryChange {
        public Answered {
            uids = List.copyOf(uids);
        }
    }

    /** A call that was placed by ringing takes place: somebody accepted it. */
    record Accepted() implements HistoryChange {}

    /** The first participant of a call that was placed by ringing joins it. */
    record Started(CallType type, Instant at) implements HistoryChange {}

    /** Somebody is in it. */
    record Joined(Participant participant) implements HistoryChange {}

    /** These are out of it. */
    record Left(List<String> participantIds, Instant at) implements HistoryChange {
        public Left {
            participantIds = List.copyOf(participantIds);
        }
    }

    /** It is a video call from now on. */
    record WentOnWithVideo(Instant at) implements HistoryChange {}

    /** It is over. */
    record Over(CallStatus status, Instant at) implements HistoryChange {}
}
