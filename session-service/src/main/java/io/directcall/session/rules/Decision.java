package io.directcall.session.rules;

import io.directcall.contracts.error.ErrorCode;
import io.directcall.contracts.session.SessionEvent;
import java.util.List;

/** What comes of a command. */
public sealed interface Decision {
    /**
     * The session changes.
     *
     * @param events to be published with the change; empty when it concerns nobody else
     * @param notices for users, wherever they are
     */
    record Changed(Session after, List<SessionEvent> events, List<Notice> notices) implements Decision {
        public Changed {
            events = List.copyOf(events);
            notices = List.copyOf(notices);
        }
    }

    /** Everything is as wanted already, or what was seen does not fit any more. */
    record Unchanged(Session session) implements Decision {}

    /**
     * The command is not allowed now.
     *
     * @param message what the caller should change; null for the general message of the code
     */
    record Refused(ErrorCode code, String message) implements Decision {
        public Refused(ErrorCode code) {
            this(code, null);
        }
    }
}
