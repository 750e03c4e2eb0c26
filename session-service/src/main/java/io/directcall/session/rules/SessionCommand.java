package io.directcall.session.rules;

import io.directcall.contracts.media.TrackKind;
import io.directcall.contracts.session.CallType;
import io.directcall.contracts.session.Role;
import io.directcall.contracts.token.CallUser;
import io.directcall.contracts.user.ReceiverType;
import io.directcall.contracts.user.RejectReason;
import io.directcall.contracts.user.User;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a session is told. */
public sealed interface SessionCommand {

    /** Somebody asks for something, and may be refused. */
    sealed interface Request extends SessionCommand {}

    /** Something was seen elsewhere. It can't be refused; when it does not fit any more it changes nothing. */
    sealed interface Observation extends SessionCommand {}

    /** What is asked of a session that somebody is in. */
    sealed interface InCallRequest extends Request {}

    /** About a call that was placed by ringing, from its parties or the application's server. */
    sealed interface RingingRequest extends Request {}

    /**
     * A user wants to take part. Starts the session when nobody is in it.
     *
     * @param audioMuted null for false
     * @param videoPaused null for what the type of the session suggests
     * @param callType counts only when the session starts; null for video
     * @param publishes what the participant may send
     * @param idlePeriod how long the participant may be alone; empty for what the installation says
     * @param participantId who the user was before its page was loaded again: when that participant is still in the session it goes on
     *     as the same; empty for a new one
     * @param admission the call token
     */
    record Join(
            CallUser user,
            Role role,
            Set<TrackKind> publishes,
            Boolean audioMuted,
            Boolean videoPaused,
            CallType callType,
            Optional<Duration> idlePeriod,
            Optional<String> participantId,
            Admission admission)
            implements Request {}

    /** A participant's state is to change. */
    record Update(String participantId, Change change, Actor by) implements InCallRequest {}

    /**
     * A participant leaves, or is kicked when somebody else asks for it.
     *
     * @param ban whoever is kicked may not come back, with whatever token
     */
    record Remove(String participantId, Actor by, boolean ban) implements InCallRequest {
        /** Without a ban. */
        public Remove(String participantId, Actor by) {
            this(participantId, by, false);
        }
    }

    /**
     * A participant's page goes: it leaves unless it is back in time.
     *
     * @param grace how long it has for that
     */
    record LeaveUnlessBack(String participantId, Duration grace, Actor by) implements InCallRequest {}

    /** Everybody is to leave. */
    record EndForAll(Actor by) implements InCallRequest {}

    /** An audio call is to go on with video, or somebody agrees to that. */
    record SwitchToVideo(Actor by) implements InCallRequest {}

    /** A participant who is alone wants to stay. */
    record KeepAlive(Actor by) implements InCallRequest {}

    /**
     * Somebody calls.
     *
     * @param callees all who are called, without the caller
     * @param ringing for how long
     * @param busy callees who are in another call
     * @param callerBusy the caller is in another call
     */
    record Place(
            User caller,
            String receiver,
            ReceiverType receiverType,
            CallType type,
            List<String> callees,
            Duration ringing,
            Map<String, Object> metadata,
            Set<String> busy,
            boolean callerBusy)
            implements RingingRequest {}

    /** @param busy the user is in another call */
    record Accept(String uid, boolean busy) implements RingingRequest {}

    /** A user who is called does not want to, or can't, talk. */
    record Reject(String uid, RejectReason reason) implements RingingRequest {}

    /** The caller gives up before anybody has accepted. */
    record Cancel(Party by) implements RingingRequest {}

    /** A party ends the call. */
    record EndCall(Party by) implements RingingRequest {}

    /** An event stream of a participant opened. */
    record StreamOpened(String participantId, String uid, String streamId) implements Observation {}

    /** An event stream of a participant closed. */
    record StreamClosed(String participantId, String uid, String streamId) implements Observation {}

    /** The bridge hears from a participant. */
    record MediaFound(String participantId, long mediaSeq) implements Observation {}

    /** The bridge does not hear from a participant any more. */
    record MediaLost(String participantId, long mediaSeq) implements Observation {}

    /**
     * The token that let a participant in counts no more.
     *
     * @param tokenId which one: by now the participant may have another
     */
    record TokenRevoked(String participantId, String tokenId) implements Observation {}

    /**
     * Whatever is due by now is to happen.
     *
     * @param streamsKnownUntil who opened a stream later is not known yet, so nobody counts as lost who may have
     */
    record TimePassed(Instant streamsKnownUntil) implements Observation {}
}
