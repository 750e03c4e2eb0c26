/**
 * Requests that may be repeated: one with an {@code Idempotency-Key} that came before is answered as it was then, and does nothing. See
 * docs/decisions/0012-idempotency-keys.md.
 */
package io.directcall.session.idempotency;
