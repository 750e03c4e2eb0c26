package io.directcall.session.idempotency;

import io.directcall.session.store.Sessions.Outcome;

/**
 * What a command is answered with when its transaction commits.
 *
 * @param status of HTTP
 * @param body to be written as JSON
 * @param outcome what it led to
 */
public record Reply(int status, Object body, Outcome outcome) {}
