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
     */
    record Changed(Session after, List<SessionEvent> events) implements Decision {
        public Changed {
            events = List.copyOf(events);
        }
    }

    /** Everything is as wanted already, or what was seen does not fit any more. */
    record Unchanged(Session session) implements Decision {}

    /** The command is not allowed now. */
    record Refused(ErrorCode code) implements Decision {}
}
