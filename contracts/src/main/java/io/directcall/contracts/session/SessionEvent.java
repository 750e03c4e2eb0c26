package io.directcall.contracts.session;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;

/**
 * Something that happened in a session. {@code seq} counts from 1 without gaps per session id, also when a session of the same id starts
 * again after it ended. Consumers drop what they have seen: delivery is at least once, in order. What is for moderators alone has no number:
 * the others would miss one.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = SessionEvent.SessionStarted.class, name = "SessionStarted"),
    @JsonSubTypes.Type(value = SessionEvent.ParticipantJoined.class, name = "ParticipantJoined"),
    @JsonSubTypes.Type(value = SessionEvent.ParticipantUpdated.class, name = "ParticipantUpdated"),
    @JsonSubTypes.Type(value = SessionEvent.ParticipantLeft.class, name = "ParticipantLeft"),
    @JsonSubTypes.Type(value = SessionEvent.VideoRequested.class, name = "VideoRequested"),
    @JsonSubTypes.Type(value = SessionEvent.SwitchedToVideo.class, name = "SwitchedToVideo"),
    @JsonSubTypes.Type(value = SessionEvent.IdleWarning.class, name = "IdleWarning"),
    @JsonSubTypes.Type(value = SessionEvent.KeptAlive.class, name = "KeptAlive"),
    @JsonSubTypes.Type(value = SessionEvent.SessionEnded.class, name = "SessionEnded"),
    @JsonSubTypes.Type(value = SessionEvent.UserBanned.class, name = "UserBanned"),
    @JsonSubTypes.Type(value = SessionEvent.UserUnbanned.class, name = "UserUnbanned"),
})
public sealed interface SessionEvent {
    String sessionId();

    long seq();

    /** When it was decided, by the clock of the service that decided it. */
    Instant at();

    /** The first participant is about to join. */
    record SessionStarted(String sessionId, long seq, Instant at, CallType callType) implements SessionEvent {}

    /** A participant is in the session and waits for media. */
    record ParticipantJoined(String sessionId, long seq, Instant at, Participant participant) implements SessionEvent {}

    /**
     * A participant's state changed.
     *
     * @param participant as it is now
     * @param updatedBy participant who asked for it; null when it was the application's server
     */
    record ParticipantUpdated(String sessionId, long seq, Instant at, Participant participant, String updatedBy)
            implements SessionEvent {}

    /**
     * A participant is gone.
     *
     * @param banned true when the user was kicked and may not come back either; else null
     */
    record ParticipantLeft(
            String sessionId,
            long seq,
            Instant at,
            String participantId,
            String uid,
            LeaveReason reason,
            @JsonInclude(JsonInclude.Include.NON_NULL) Boolean banned)
            implements SessionEvent {
        /** Of a user who is not banned. */
        public ParticipantLeft(
                String sessionId, long seq, Instant at, String participantId, String uid, LeaveReason reason) {
            this(sessionId, seq, at, participantId, uid, reason, null);
        }
    }

    /**
     * A participant of an audio call asks the others to go on with video. The first of them who asks for the same agrees.
     *
     * @param initiator participant who asks
     * @param expiresAt when the request lapses, with no event of its own
     */
    record VideoRequested(String sessionId, long seq, Instant at, String initiator, Instant expiresAt)
            implements SessionEvent {}

    /**
     * The audio call is a video call from now on. Cameras stay paused until their participants turn them on.
     *
     * @param initiator participant who asked for it; null when it was the application's server
     * @param responder participant who agreed; null when nobody had to: the initiator was alone, or it was the application's server
     */
    record SwitchedToVideo(String sessionId, long seq, Instant at, String initiator, String responder)
            implements SessionEvent {}

    /**
     * A participant has been alone for long. Company or a keep-alive averts the end.
     *
     * @param participantId who is alone
     * @param endsAt when the session ends otherwise
     */
    record IdleWarning(String sessionId, long seq, Instant at, String participantId, Instant endsAt)
            implements SessionEvent {}

    /**
     * A participant wants to stay: the idle period starts anew.
     *
     * @param participantId who wants to stay; null when it was the application's server
     */
    record KeptAlive(String sessionId, long seq, Instant at, String participantId) implements SessionEvent {}

    /**
     * Events for the moderators of the session alone: nobody else receives them. They tell of no change of the session's state, and come
     * from another service than the numbered events, so between both there is no order.
     */
    sealed interface ForModerators extends SessionEvent {
        /** For whoever forwards the event, and need not know its type. */
        Audience audience();

        /** 0: it has no number. */
        @Override
        default long seq() {
            return 0;
        }
    }

    /**
     * A user may not come back to the session, with whatever token.
     *
     * @param until when the ban is over; null when it lasts until it is lifted
     */
    record UserBanned(
            String sessionId,
            Instant at,
            String uid,
            @JsonInclude(JsonInclude.Include.NON_NULL) Instant until,
            Audience audience)
            implements ForModerators {
        /** As it is sent. */
        public UserBanned(String sessionId, Instant at, String uid, Instant until) {
            this(sessionId, at, uid, until, Audience.MODERATORS);
        }
    }

    /** A user who was banned may come back. */
    record UserUnbanned(String sessionId, Instant at, String uid, Audience audience) implements ForModerators {
        /** As it is sent. */
        public UserUnbanned(String sessionId, Instant at, String uid) {
            this(sessionId, at, uid, Audience.MODERATORS);
        }
    }

    /** The session is over; each participant's {@link ParticipantLeft} came before. */
    record SessionEnded(String sessionId, long seq, Instant at, EndReason reason) implements SessionEvent {}
}
