package io.directcall.system.faults.verify;

/**
 * One way in which the suite broke its promises.
 *
 * @param seq of the event that it is about, 0 when it is about none
 * @param what for people
 */
public record Finding(Kind kind, String sessionId, long seq, String what) {
    /** What kind of promise. */
    public enum Kind {
        /** An entitled subscriber did not receive an event. */
        LOST,
        /** A subscriber received an event again though it had told that it had it. */
        REPEATED,
        /** A subscriber received events in another order than that of their numbers. */
        OUT_OF_ORDER,
        /** A subscriber received an event that it is not entitled to, or another event than others under the same number. */
        FOREIGN,
        /** A command was accepted, and nothing came of it. */
        NOT_DONE,
        /** A command was done more than once. */
        DONE_TWICE,
        /** Something happened that nobody asked for and no timer explains. */
        UNASKED,
        /** A participant was removed as lost while its stream was open. */
        THROWN_OUT,
        /** A session did not end. */
        NOT_ENDED,
        /** The history tells something else than the events. */
        HISTORY,
        /** A part has errors, does not recover, or keeps what it should have let go. */
        PART
    }

    @Override
    public String toString() {
        return kind + " session=" + sessionId + (seq == 0 ? "" : " seq=" + seq) + " " + what;
    }
}
