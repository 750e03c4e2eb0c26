package io.directcall.suite.edge;

/** No replica took a connection: the request was not sent to any of them. */
final class NotSent extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotSent(Throwable cause) {
        super(cause);
    }
}
