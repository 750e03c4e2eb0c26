package io.directcall.media.conference;

/** An answer is for an offer that another has replaced. Expected whenever two things happen at once. */
public final class StaleRevisionException extends RuntimeException {
    StaleRevisionException(int revision, int newest) {
        super("answers revision " + revision + ", the newest is " + newest);
    }

    /** An expected refusal: no stack trace. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
