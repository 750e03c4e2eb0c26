package io.directcall.session.rules;

import io.directcall.contracts.session.CallType;
import io.directcall.contracts.session.EndReason;
import io.directcall.contracts.user.CallStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Where a session stands.
 *
 * <pre>
 * NotStarted -> Active -> Ended -> Active ...             a join starts it, also again after it ended
 * NotStarted -> Ringing -> Waiting -> Active -> Ended     a call that was placed by ringing, which is over for good then
 *               Ringing ------------------------> Ended   rejected, busy, cancelled or unanswered
 *                          Waiting -------------> Ended   nobody joined, or ended by a party
 * </pre>
 */
public sealed interface Life {
    /** Nobody has joined yet: there is no trace of the session. */
    record NotStarted() implements Life {}

    /** Users are called, and none has accepted. The {@link Invitation} says who. */
    record Ringing(CallType type) implements Life {}

    /**
     * Somebody accepted, and nobody has joined.
     *
     * @param until when it ends if nobody joins
     */
    record Waiting(CallType type, Instant until) implements Life {}

    /**
     * At least one participant is in it.
     *
     * @param until when it has lasted as long as the installation allows; empty for no limit
     */
    record Active(
            CallType type,
            Instant startedAt,
            Attendance attendance,
            Optional<VideoRequest> videoRequest,
            Optional<Instant> until)
            implements Life {
        static Active started(CallType type, Instant now, Optional<Duration> maxLength) {
            return new Active(type, now, new Attendance.Company(), Optional.empty(), maxLength.map(now::plus));
        }

        Active with(Attendance changed) {
            return new Active(type, startedAt, changed, videoRequest, until);
        }

        Active requested(Optional<VideoRequest> changed) {
            return new Active(type, startedAt, attendance, changed, until);
        }

        Active withVideo() {
            return new Active(CallType.VIDEO, startedAt, attendance, Optional.empty(), until);
        }
    }

    /**
     * Nobody is in it any more.
     *
     * @param startedAt empty when nobody ever joined
     */
    record Ended(CallType type, Optional<Instant> startedAt, Instant endedAt, EndReason reason) implements Life {}

    /** In the words of CometChat's API; empty before there is a call. */
    default Optional<CallStatus> callStatus() {
        return switch (this) {
            case NotStarted ignored -> Optional.empty();
            case Ringing ignored -> Optional.of(CallStatus.INITIATED);
            case Waiting ignored -> Optional.of(CallStatus.ONGOING);
            case Active ignored -> Optional.of(CallStatus.ONGOING);
            case Ended ended -> Optional.of(statusOf(ended.reason));
        };
    }

    private static CallStatus statusOf(EndReason reason) {
        return switch (reason) {
            case UNANSWERED -> CallStatus.UNANSWERED;
            case REJECTED -> CallStatus.REJECTED;
            case BUSY -> CallStatus.BUSY;
            case CANCELLED -> CallStatus.CANCELLED;
            case EVERYONE_LEFT, ENDED_FOR_ALL, IDLE, MAX_LENGTH, NOBODY_JOINED -> CallStatus.ENDED;
        };
    }

    /**
     * Somebody wants to go on with video.
     *
     * @param participantId who asks
     * @param until when it lapses
     */
    record VideoRequest(String participantId, Instant until) {}
}
