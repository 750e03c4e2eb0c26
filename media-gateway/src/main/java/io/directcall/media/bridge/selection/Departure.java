package io.directcall.media.bridge.selection;

/** What should become of the conferences of a bridge. */
public enum Departure {
    /** They stay: the bridge serves them, or nowhere would they be better off. */
    STAY,
    /** They leave bit by bit while their media still runs: the bridge is to become empty. */
    LEAVE_GENTLY,
    /** They leave at once: their media is lost, or about to be. */
    LEAVE_NOW
}
