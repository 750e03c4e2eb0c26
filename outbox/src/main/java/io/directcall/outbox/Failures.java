package io.directcall.outbox;

import java.util.concurrent.CompletionException;

/** Reads failures. */
final class Failures {
    private Failures() {}

    static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }

    /** One line for the log: trouble with Kafka or the database is expected and needs no stack trace. */
    static String line(Throwable failure) {
        Throwable cause = cause(failure);
        return cause.getClass().getSimpleName() + ": " + cause.getMessage();
    }
}
