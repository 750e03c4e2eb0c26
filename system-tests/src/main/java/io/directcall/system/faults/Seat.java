package io.directcall.system.faults;

import io.directcall.contracts.session.Role;

/** A place in a session that one user takes, leaves and takes again. */
final class Seat {
    /** Where its user is. */
    enum Phase {
        OUT,
        /** A join or a leave is under way. */
        MOVING,
        IN,
        /** Never again: kicked, vanished, or nobody knows. */
        GONE
    }

    private final String uid;
    private final Role role;
    private final String callToken;

    private Phase phase = Phase.OUT;
    private boolean busy;
    private boolean handRaised;
    private String participantId;

    Seat(String uid, Role role, String callToken) {
        this.uid = uid;
        this.role = role;
        this.callToken = callToken;
    }

    String uid() {
        return uid;
    }

    Role role() {
        return role;
    }

    String callToken() {
        return callToken;
    }

    Phase phase() {
        return phase;
    }

    void become(Phase next) {
        phase = next;
    }

    String participantId() {
        return participantId;
    }

    boolean handRaised() {
        return handRaised;
    }

    void raise(boolean raised) {
        handRaised = raised;
    }

    /** In the session, and not waiting for an answer: one user does one thing at a time. */
    boolean isFree() {
        return phase == Phase.IN && !busy;
    }

    void busy(boolean now) {
        busy = now;
    }

    void enter(String asParticipant) {
        phase = Phase.IN;
        handRaised = false;
        participantId = asParticipant;
    }
}
