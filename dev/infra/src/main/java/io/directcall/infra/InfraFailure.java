package io.directcall.infra;

/** Something that the person at the terminal can change; the message is one plain line that says what. */
public final class InfraFailure extends RuntimeException {

    /** A failure that needs no cause to be understood. */
    public InfraFailure(String message) {
        super(message);
    }

    /** A failure whose cause is worth keeping for a log. */
    public InfraFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
