package io.directcall.session.rules;

import io.directcall.contracts.session.CallType;
import io.directcall.contracts.session.Role;
import io.directcall.contracts.token.CallUser;

/** What a session is told. */
public sealed interface SessionCommand {

    /** Somebody asks for something, and may be refused. */
    sealed interface Request extends SessionCommand {}

    /** Something was seen elsewhere. It can't be refused; when it does not fit any more it changes nothing. */
    sealed interface Observation extends SessionCommand {}

    /**
     * A user wants to take part. Starts the session when nobody is in it.
     *
     * @param audioMuted null for false
     * @param videoPaused null for what the type of the session suggests
     * @param callType counts only when the session starts; null for video
     */
    record Join(CallUser user, Role role, Boolean audioMuted, Boolean videoPaused, CallType callType)
            implements Request {}

    /** A participant's state is to change. */
    record Update(String participantId, Change change, Actor by) implements Request {}

    /** A participant leaves, or is kicked when somebody else asks for it. */
    record Remove(String participantId, Actor by) implements Request {}

    /** Everybody is to leave. */
    record EndForAll(Actor by) implements Request {}

    /** An event stream of a participant opened. */
    record StreamOpened(String participantId, String uid, String streamId) implements Observation {}

    /** An event stream of a participant closed. */
    record StreamClosed(String participantId, String uid, String streamId) implements Observation {}

    /** The bridge hears from a participant. */
    record MediaFound(String participantId, long mediaSeq) implements Observation {}

    /** The bridge does not hear from a participant any more. */
    record MediaLost(String participantId, long mediaSeq) implements Observation {}

    /** Time has passed: whoever is lost by now leaves. */
    record RemoveLost() implements Observation {}
}
