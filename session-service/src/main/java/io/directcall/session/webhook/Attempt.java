package io.directcall.session.webhook;

import java.time.Duration;

/**
 * How an attempt ended.
 *
 * @param status of the answer; 0 when there was none
 * @param error one line for operators; null when the attempt succeeded
 * @param retryAfter what the target asked for; zero when it did not
 */
record Attempt(int status, String error, Duration retryAfter) {
    static Attempt answered(int status, Duration retryAfter) {
        boolean accepted = status >= 200 && status < 300;
        return new Attempt(status, accepted ? null : "answered " + status, retryAfter);
    }

    static Attempt broken(String error) {
        return new Attempt(0, error, Duration.ZERO);
    }

    boolean succeeded() {
        return error == null;
    }
}
