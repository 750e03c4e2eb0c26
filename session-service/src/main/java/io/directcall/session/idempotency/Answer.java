package io.directcall.session.idempotency;

import io.directcall.session.store.Sessions.Outcome;
import java.util.Optional;

/**
 * What a request is answered with.
 *
 * @param status of HTTP
 * @param body JSON, null for none
 * @param outcome what the request led to, for the log; empty when the answer is a repeated one, as nothing happened then
 */
record Answer(int status, String body, Optional<Outcome> outcome) {}
