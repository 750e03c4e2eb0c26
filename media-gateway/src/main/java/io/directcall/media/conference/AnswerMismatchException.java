package io.directcall.media.conference;

/** A well-formed answer, or report of layers, does not fit the offer that it names. The message says where. */
public final class AnswerMismatchException extends RuntimeException {
    AnswerMismatchException(String message) {
        super(message);
    }

    /** An expected refusal: no stack trace. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
