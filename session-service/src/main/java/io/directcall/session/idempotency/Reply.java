package io.directcall.session.idempotency;

import io.directcall.session.store.Sessions.Outcome;

/**
 * What a command is answered with when its transaction commits.
 *
 * @param status of HTTP
 * @param body to be written as JSON, null for none
 * @param outcome what it led to
 */
public record Reply(int status, Object body, Outcome outcome) {
    /** Done, and nothing to say about it. */
    public static Reply noContent(Outcome outcome) {
        return new Reply(204, null, outcome);
    }
}
