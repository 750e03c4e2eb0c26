package io.directcall.suite.cli;

/** Something is in the way. The message is one line for the user: what it is and what to do. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    Refusal(String message) {
        super(message);
    }
}
