package io.directcall.suite.part;

/** Where a part is in its life. */
public enum PartState {
    /** Other parts must be ready first. */
    WAITING,
    /** Its process runs and is not ready yet. */
    STARTING,
    READY,
    /** Somebody asked for it to be stopped, and its process finishes what it has begun. */
    STOPPING,
    /** Its process died; the next one follows after a pause. */
    RESTARTING,
    /** Somebody asked for it to be stopped; it stays so until started again. */
    STOPPED
}
