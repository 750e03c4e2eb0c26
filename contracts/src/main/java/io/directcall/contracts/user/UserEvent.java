package io.directcall.contracts.user;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;

/**
 * Something that happened to a call that rings or rang, for one user on all devices. {@code seq} counts from 1 without gaps per uid.
 * Consumers drop what they have seen: delivery is at least once, in order.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = UserEvent.IncomingCall.class, name = "IncomingCall"),
    @JsonSubTypes.Type(value = UserEvent.CallAccepted.class, name = "CallAccepted"),
    @JsonSubTypes.Type(value = UserEvent.CallRejected.class, name = "CallRejected"),
    @JsonSubTypes.Type(value = UserEvent.CallCancelled.class, name = "CallCancelled"),
    @JsonSubTypes.Type(value = UserEvent.CallUnanswered.class, name = "CallUnanswered"),
    @JsonSubTypes.Type(value = UserEvent.CallEnded.class, name = "CallEnded"),
})
public sealed interface UserEvent {
    /** Whom it concerns. */
    String uid();

    long seq();

    /** When it was decided, by the clock of session-service. */
    Instant at();

    /** The call as it is after this event. */
    RingingCall call();

    /** The user is called. */
    record IncomingCall(String uid, long seq, Instant at, RingingCall call) implements UserEvent {}

    /**
     * Somebody accepted. Sent to the caller, and to whoever accepted: its other devices stop ringing.
     *
     * @param by uid of who accepted
     */
    record CallAccepted(String uid, long seq, Instant at, RingingCall call, String by) implements UserEvent {}

    /**
     * Somebody rejected. Sent to the caller, and to whoever rejected: its other devices stop ringing.
     *
     * @param by uid of who rejected
     */
    record CallRejected(String uid, long seq, Instant at, RingingCall call, String by, RejectReason reason)
            implements UserEvent {}

    /** The caller gave up. Sent to all for whom it rang. */
    record CallCancelled(String uid, long seq, Instant at, RingingCall call) implements UserEvent {}

    /** It rang for too long. Sent to all for whom it still rang, and to the caller when nobody had accepted. */
    record CallUnanswered(String uid, long seq, Instant at, RingingCall call) implements UserEvent {}

    /**
     * The call that was accepted is over. Sent to the caller and to all who accepted.
     *
     * @param by uid of who ended it, null when nobody did it by intent
     */
    record CallEnded(String uid, long seq, Instant at, RingingCall call, String by) implements UserEvent {}
}
