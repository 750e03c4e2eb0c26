package io.directcall.events.subscription;

/** Why the server ends a stream, as its last event says. */
public enum EndReason {
    /** The participant of the stream left or was removed. */
    PARTICIPANT_LEFT("participant-left", true),
    /** The session is over. */
    SESSION_ENDED("session-ended", true),
    /** The call token expired: come back with a new one. */
    TOKEN_EXPIRED("token-expired", false),
    /** The auth token, or the call token, was revoked: come back with a new one. */
    TOKEN_REVOKED("token-revoked", false),
    /** This replica stops: come back, another one goes on. */
    DRAINING("draining", false);

    private final String text;
    private final boolean last;

    EndReason(String text, boolean last) {
        this.text = text;
        this.last = last;
    }

    /** As it stands in the event. */
    public String text() {
        return text;
    }

    /** True when nothing will follow, so that a reconnect would be in vain. */
    public boolean isLast() {
        return last;
    }
}
