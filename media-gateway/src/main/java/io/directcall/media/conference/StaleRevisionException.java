package io.directcall.media.conference;

/** An answer, or a report of layers, is for an offer that another has replaced. Expected whenever two things happen at once. */
public final class StaleRevisionException extends RuntimeException {
    StaleRevisionException(String message) {
        super(message);
    }

    /** An expected refusal: no stack trace. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
