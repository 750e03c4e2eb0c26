package io.directcall.session.history.log;

import io.directcall.contracts.session.CallType;
import io.directcall.contracts.user.CallStatus;
import java.util.Optional;

/**
 * Which calls are asked for. What is empty does not restrict.
 *
 * @param user whose calls: placed, received or taken part in
 * @param with another user who took part, too
 * @param guid the group, or the session id of a meeting
 * @param direction as {@code user} sees it; empty without a user
 * @param recorded only calls with recordings
 */
record CallFilter(
        Optional<String> user,
        Optional<String> with,
        Optional<String> guid,
        Optional<CallStatus> status,
        Optional<CallType> type,
        Optional<Mode> mode,
        Optional<Direction> direction,
        boolean recorded) {
    /** How a call came about. */
    enum Mode {
        /** By ringing. */
        CALL,
        /** Somebody joined a session. */
        MEET,
        /** CometChat's presentations; there are none here. */
        PRESENTER
    }

    /** Who called. */
    enum Direction {
        INCOMING,
        OUTGOING
    }

    /** No call can be found: nothing is recorded, and nobody presents. */
    boolean findsNothing() {
        return recorded || mode.equals(Optional.of(Mode.PRESENTER));
    }
}
