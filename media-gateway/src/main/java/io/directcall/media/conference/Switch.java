package io.directcall.media.conference;

/** Whether one of a participant's own tracks is on, and if not, whose doing that is. */
public enum Switch {
    ON,
    /** Switched off by the participant: the browser sends nothing, and the bridge may let it pass. */
    OFF,
    /** Switched off by somebody else: whatever the browser sends, the bridge holds it back. */
    HELD;

    /** As a participant joins: whatever is off then, it asked for itself. */
    static Switch initial(boolean off) {
        return off ? OFF : ON;
    }

    /** Whoever switched it off first counts; whoever switches it on ends it. */
    Switch after(boolean off, boolean byOther) {
        if (!off) {
            return ON;
        }
        if (this != ON) {
            return this;
        }
        return byOther ? HELD : OFF;
    }
}
