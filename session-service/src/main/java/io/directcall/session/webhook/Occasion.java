package io.directcall.session.webhook;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.directcall.contracts.session.EndReason;
import io.directcall.contracts.session.LeaveReason;
import io.directcall.contracts.session.Role;

/**
 * What is told: field {@code data} of a payload. Components are named as CometChat's webhooks name them, hence the snake case; times are
 * seconds since 1970, and truth values in {@code occupant} and {@code initial_config} are texts, as there.
 */
sealed interface Occasion {
    Trigger trigger();

    String sessionId();

    /** @param seq number of the event in its session */
    record Started(String sessionId, long seq, long created_at) implements Occasion {
        @Override
        public Trigger trigger() {
            return Trigger.MEETING_STARTED;
        }
    }

    record Joined(
            String sessionId,
            long seq,
            @JsonUnwrapped Who who,
            Role role,
            Occupant occupant,
            InitialConfig initial_config)
            implements Occasion {
        @Override
        public Trigger trigger() {
            return Trigger.MEETING_PARTICIPANT_JOINED;
        }
    }

    record Left(String sessionId, long seq, @JsonUnwrapped Who who, LeaveReason reason, Occupant occupant)
            implements Occasion {
        @Override
        public Trigger trigger() {
            return Trigger.MEETING_PARTICIPANT_LEFT;
        }
    }

    record Ended(String sessionId, long seq, long created_at, long destroyed_at, EndReason reason) implements Occasion {
        @Override
        public Trigger trigger() {
            return Trigger.MEETING_ENDED;
        }
    }

    /** A participant, by the names that the rest of this API uses. */
    record Who(String uid, String participantId, String name) {}

    /** A participant, as CometChat describes it; {@code left_at} is null while it is there. */
    record Occupant(long joined_at, Long left_at, String audio_call, String name) {}

    /** How a participant came in. */
    record InitialConfig(String is_audio_muted, String is_video_muted, String is_audio_only) {}
}
